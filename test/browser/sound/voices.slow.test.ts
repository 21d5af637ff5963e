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
/** Decibels: a quarter is left, and levelling may still be under way. */
const DUCKED_BY = 12;
const ABOUT = 3;

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
  [me, ana, ben] = await Promise.all([
    launchProfile({ isAudible: true }),
    Talker.arrive(url, 'Ana'),
    Talker.arrive(url, 'Ben'),
  ]);
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

/** Plays a tone in a tab, much too low to be in anybody's way. */
const play = (tab: Page) =>
  tab.evaluate(() => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context);
    tone.connect(new GainNode(context, { gain: 0.02 })).connect(context.destination);
    tone.start();
    Object.assign(globalThis, { context });
  });
const suspend = (tab: Page) => tab.evaluate('context.suspend()');

describe('a Space beside another tab that plays', () => {
  it('stands back while that can be heard, once the person wants it, and wakes a stopped background for it', async () => {
    const output = async () => (await ear.output()).decibels;
    await click(popup, { role: 'button', name: 'Sound' });
    await click(popup, { role: 'switch', name: 'Quieter while another tab plays' });
    await popup.keyboard.press('Escape');
    await me.closePopup();
    await me.stopWorker(page);
    const before = await output();
    await play(page);
    await until('the Space to stand back', async () => (await output()) < before - DUCKED_BY + ABOUT);
    await suspend(page);
    await until('the Space to come forward', async () => (await output()) > before - ABOUT);
  });
});
