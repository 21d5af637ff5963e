import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, fill, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { joinFromPopup, LEAVE, leaveEverything, rowOf } from '../support/perch.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Tones through bad weather';
const OUTAGE_LOOKS = 12;
const BACK_WITHIN_MS = 45_000;

let house: House;
let speaker: Speaker;
let profile: Profile;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  [speaker, profile] = await Promise.all([startSpeaker(house.server.url, TITLE), launchProfile()]);
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await house?.close();
});
beforeEach(async () => {
  page = await profile.open(house.timeline);
});
afterEach(async () => {
  await leaveEverything(profile);
  await page.close();
});

describe('while listening', () => {
  it('hears on without a gap while the server is killed and comes back', async () => {
    const { ear } = await joinFromPopup(profile, page, TITLE);
    await house.server.kill();
    for (let look = 0; look < OUTAGE_LOOKS; look += 1) expect(await ear.hears()).toBe(true);
    await house.server.restart();
    for (let look = 0; look < OUTAGE_LOOKS; look += 1) expect(await ear.hears()).toBe(true);
    expect((await house.space(speaker.spaceId)).listeners).toBe(1);
    const popup = await profile.openPopup(page);
    await click(popup, LEAVE);
    await ear.untilSilent();
    await until('the server to know', async () => (await house.space(speaker.spaceId)).listeners === 0);
  });

  it('hears again by itself after LiveKit was killed', async () => {
    const { ear } = await joinFromPopup(profile, page, TITLE);
    await house.server.killLivekit();
    await ear.untilSilent();
    await ear.untilHeard(BACK_WITHIN_MS);
  });
});

describe('without a server', () => {
  it('says that the server does not answer, and shows the Spaces once it does', async () => {
    await house.server.kill();
    const fresh = await launchProfile();
    const popup = await fresh.openPopup(await fresh.open(house.timeline));
    await untilText(popup, /The server does not answer/);
    await untilShown(popup, { role: 'button', name: 'Try again' });
    await house.server.restart();
    await click(popup, { role: 'button', name: 'Try again' });
    await untilShown(popup, rowOf(TITLE));
    await fresh.close();
  });
});

describe('the settings', () => {
  it.each([
    ['another web server', () => new URL(house.timeline).origin, /There is no Perch server at this address/],
    ['nobody', () => 'http://localhost:9', /The server does not answer/],
    ['an address that is none', () => 'ftp://example.org', /Perch cannot use this address/],
  ])('say what is wrong with %s', async (_, address, sentence) => {
    const options = await profile.open(profile.address('options.html'));
    const field = { role: 'textbox', name: 'Server address' };
    await untilShown(options, field);
    await click(options, field, { times: 3 });
    await fill(options, field, address());
    await click(options, { role: 'button', name: 'Check and save' });
    await untilText(options, sentence);
    await options.close();
  });
});
