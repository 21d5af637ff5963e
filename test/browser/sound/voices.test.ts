import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, untilShown, untilText } from '../../support/accessible.ts';
import { launchProfile, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { showIdentity } from '../../support/identities.ts';
import { joinFromPopup, LEAVE, rowOf } from '../../support/perch.ts';
import type { Ear } from '../../support/sound.ts';
import { Talker } from '../../support/talker.ts';
import { until } from '../../support/until.ts';

const TITLE = 'Two voices';
const NEXT = 'Another evening';
/** As long as it takes somebody to come up and be heard. */
const WATCHED_MS = 2_000;

let house: House;
let me: Profile;
let ana: Talker;
let ben: Talker;
let page: Page;
let popup: Page;
let ear: Ear;

beforeAll(async () => {
  house = await openHouse({ requestEveryMs: 0 });
  const { url } = house.server;
  [me, ana, ben] = await Promise.all([launchProfile(), Talker.arrive(url, 'Ana'), Talker.arrive(url, 'Ben')]);
  const spaceId = await ana.host(TITLE);
  const pid = await ben.comeUp(spaceId);
  showIdentity(house.server, pid, {
    network: 'mastodon',
    handle: '@ben@a.example',
    keys: ['ap:ben@a.example'],
  });
  await ben.comeUp(spaceId);
  page = await me.open(house.timeline);
  ({ popup, ear } = await joinFromPopup(me, page, TITLE));
});
afterAll(async () => {
  await Promise.all([ana?.hangUp(), ben?.hangUp(), me?.close()]);
  await house?.close();
});

function only(talker: Talker): void {
  for (const one of [ana, ben]) one.isLoud = one === talker;
}

/** Sets how loud somebody is, by the keyboard: not at all, or twice as loud. */
async function turn(name: string, key: 'Home' | 'End'): Promise<void> {
  await click(popup, { role: 'button', name: `About ${name}` });
  await untilShown(popup, { role: 'slider', name: `Volume of ${name}` });
  await popup.focus('.person-volume .slider');
  await popup.keyboard.press(key);
  await untilText(popup, key === 'Home' ? /\b0%/ : /\b200%/);
  await popup.keyboard.press('Escape');
}

const untilItArrives = () => until('their sound to arrive', () => ear.receives());

describe('the volume of one person', () => {
  it('turned down to nothing silences them and nobody else, also once the background was stopped', async () => {
    only(ben);
    await ear.untilHeard();
    await turn('Ben', 'Home');
    await ear.untilSilent();
    await me.stopWorker(page);
    await popup.reload();
    await untilText(popup, /Turned down to nothing/);
    await untilItArrives();
    expect(await ear.hears()).toBe(false);
    only(ana);
    await ear.untilHeard();
  });

  it('holds for the same person in another Space, from their first sound on', async () => {
    await click(popup, LEAVE);
    await ben.host(NEXT);
    ben.isLoud = true;
    await click(popup, rowOf(NEXT));
    await untilShown(popup, LEAVE);
    expect(await ear.hears({ windowMs: WATCHED_MS })).toBe(false);
    await untilItArrives();
    expect(await ear.hears()).toBe(false);
    await turn('Ben', 'End');
    await ear.untilHeard();
  });
});
