import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, fill, find, untilGone, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { SHOWN_WITHIN_MS } from '../support/patience.ts';
import { cardOf, isMicrophoneOn, MICROPHONE, rowOf, turnMicrophone } from '../support/perch.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'Sunday repairs, open bench';
/** Chromium's fake microphone beeps, with pauses between. */
const LONGER_THAN_A_PAUSE_MS = 2_500;

let house: House;
let host: Profile;
let listener: Profile;
let hostPage: Page;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  [host, listener] = await Promise.all([launchProfile(), launchProfile()]);
  [hostPage, page] = await Promise.all([host.open(house.timeline), listener.open(house.timeline)]);
});
afterAll(async () => {
  await Promise.all([host?.close(), listener?.close()]);
  await house?.close();
});

/** When the server first lists a live Space, and when the listener's bar first shows it. */
async function firstSights(): Promise<{ live: number; bar: number }> {
  const live = until('the Space to be live', async () => {
    const answer = await fetch(`${house.server.url}/v1/live`);
    return ((await answer.json()) as { spaces: unknown[] }).spaces.length > 0 && Date.now();
  });
  const bar = until('the Space in the bar', async () => (await find(page, cardOf(TITLE))) && Date.now());
  const [liveAt, barAt] = await Promise.all([live, bar]);
  return { live: liveAt, bar: barAt };
}

describe('hosting from the popup', () => {
  it('lets the host in, muted and alone, and shows the Space to others soon', async () => {
    const popup = await host.openPopup(hostPage);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await fill(popup, { role: 'textbox', name: 'Name your Space' }, TITLE);
    await fill(popup, { role: 'textbox', name: 'Your name' }, 'Kerstin');
    const sights = firstSights();
    await click(popup, { role: 'button', name: 'Start your Space' });
    const { live, bar } = await sights;
    expect(bar - live).toBeLessThan(SHOWN_WITHIN_MS);
    const again = await host.openPopup(hostPage);
    expect(await isMicrophoneOn(again)).toBe(false);
  });

  it('is heard once the host unmutes, and not before', async () => {
    const popup = await listener.openPopup(page);
    await click(popup, rowOf(TITLE));
    const ear = new Ear(await listener.mediaHost());
    await until('the listener to be in', async () => (await listeners()) === 1);
    expect(await ear.hears()).toBe(false);
    const hostPopup = await host.openPopup(hostPage);
    await turnMicrophone(hostPopup, true);
    await ear.untilHeard();
    await turnMicrophone(hostPopup, false);
    await ear.untilSilent({ quietMs: LONGER_THAN_A_PAUSE_MS });
    await turnMicrophone(hostPopup, true);
    await ear.untilHeard();
  });

  it('asks once before it ends, then everyone is out with a plain sentence', async () => {
    const ear = new Ear(await listener.mediaHost());
    const listening = await listener.openPopup(page);
    const hostPopup = await host.openPopup(hostPage);
    await click(hostPopup, { role: 'button', name: 'End Space' });
    await untilText(hostPopup, /End this Space for everyone\?/);
    await click(hostPopup, { role: 'button', name: 'End for everyone' });
    await ear.untilSilent();
    await untilText(listening, /The host ended it/);
    await untilGone(page, cardOf(TITLE));
    await untilGone(hostPopup, MICROPHONE);
  });
});

async function listeners(): Promise<number> {
  const answer = await fetch(`${house.server.url}/v1/live`);
  const { spaces } = (await answer.json()) as { spaces: { listeners: number }[] };
  return spaces[0]?.listeners ?? 0;
}
