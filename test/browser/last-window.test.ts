import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { joinFromPopup } from '../support/perch.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Tones until the last window';

let house: House;
let speaker: Speaker;
let profile: Profile;

beforeAll(async () => {
  house = await openHouse();
  [speaker, profile] = await Promise.all([startSpeaker(house.server.url, TITLE), launchProfile()]);
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await house?.close();
});

it('leaves with the last browser window', async () => {
  const page = await profile.open(house.timeline);
  const { popup, ear } = await joinFromPopup(profile, page, TITLE);
  await popup.close();
  const windows = await profile.browser.pages();
  const [last, ...others] = windows;
  await Promise.all(others.map((other) => other.close()));
  expect(await ear.hears()).toBe(true);
  await last?.close();
  await until('the server to know', async () => (await house.space(speaker.spaceId)).listeners === 0, 5_000);
  await until('the media host to be gone', async () => !profile.target('offscreen.html'));
});
