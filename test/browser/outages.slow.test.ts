import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LiveSchema } from '#shared/schema/api.ts';
import { click, find, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { GAP_MS } from '../support/patience.ts';
import {
  hostAloud,
  isMicrophoneOn,
  joinFromPopup,
  LEAVE,
  leaveEverything,
  MICROPHONE,
  rowOf,
  turnMicrophone,
} from '../support/perch.ts';
import type { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'A voice through bad weather';
const OUTAGE_MS = 9_000;
const BACK_WITHIN_MS = 45_000;
const HEARD_WITHIN_MS = 5_000;

let house: House;
let host: Profile;
let profile: Profile;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  [host, profile] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile()]);
  await hostAloud(host, await host.open(house.timeline), TITLE);
});
afterAll(async () => {
  await Promise.all([host?.close(), profile?.close()]);
  await house?.close();
});
beforeEach(async () => {
  page = await profile.open(house.timeline);
});
afterEach(async () => {
  await leaveEverything(profile);
  await page.close();
});

async function listeners(): Promise<number> {
  const answer = await fetch(`${house.server.url}/v1/live`);
  return v.parse(LiveSchema, await answer.json()).spaces[0]?.listeners ?? 0;
}

describe('while listening', () => {
  it('hears on without a gap while the server is killed and comes back', async () => {
    const { ear } = await joinFromPopup(profile, page, TITLE);
    const watch = await ear.watch();
    await house.server.kill();
    expect(await ear.longestGap(OUTAGE_MS)).toBeLessThan(GAP_MS);
    await house.server.restart();
    await until('the server to know its listener', async () => (await listeners()) === 1);
    expect(await watch.stop()).toBeLessThan(GAP_MS);
    await click(await profile.openPopup(page), LEAVE);
    await until('the server to know', async () => (await listeners()) === 0);
  });

  it('hears again by itself after LiveKit was killed', async () => {
    const { ear } = await joinFromPopup(profile, page, TITLE);
    await house.server.killLivekit();
    await ear.untilSilent();
    await hostIsHeardAgain(ear);
  });
});

/** The host comes back muted, because nobody opens another person's microphone; and again where the first way back led nowhere. */
async function hostIsHeardAgain(ear: Ear): Promise<void> {
  const blank = await host.open('about:blank');
  await until(
    'the host to be back and heard',
    async () => {
      const popup = await host.openPopup(blank);
      if (!(await find(popup, MICROPHONE))) return false;
      if (!(await isMicrophoneOn(popup))) await turnMicrophone(popup, true);
      return ear.hears({ windowMs: HEARD_WITHIN_MS });
    },
    BACK_WITHIN_MS,
  );
}

describe('without a server', () => {
  it('says that the server does not answer, and shows the Spaces once it does', async () => {
    await house.server.kill();
    const fresh = await launchProfile();
    const popup = await fresh.openPopup(await fresh.open(house.timeline));
    await untilText(popup, /The server does not answer/);
    await untilShown(popup, { role: 'button', name: 'Try again' });
    await house.server.restart();
    await untilShown(popup, rowOf(TITLE), BACK_WITHIN_MS);
    await fresh.close();
  });
});

async function selectAll(where: Page): Promise<void> {
  await where.keyboard.down('Control');
  await where.keyboard.press('a');
  await where.keyboard.up('Control');
}

describe('the settings', () => {
  it.each([
    ['another web server', () => new URL(house.timeline).origin, /There is no Perch server at this address/],
    ['nobody', () => 'http://localhost:9', /The server does not answer/],
    ['an address that is none', () => 'ftp://example.org', /Perch cannot use this address/],
  ])('say what is wrong with %s', async (_, address, sentence) => {
    const options = await profile.open(profile.address('options.html'));
    const field = { role: 'textbox', name: 'Server address' };
    await untilShown(options, field);
    await click(options, field);
    await selectAll(options);
    await options.keyboard.type(address());
    await click(options, { role: 'button', name: 'Check and save' });
    await untilText(options, sentence);
    await options.close();
  });
});
