import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, hover, untilGone, untilUsable } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { joinFromPopup, LEAVE, PLAYER, rowOf } from '../support/perch.ts';
import { roomService } from '../support/media-keys.ts';
import { Ear } from '../support/sound.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Before the click';

let house: House;
let profile: Profile;
let page: Page;
let speaker: Speaker;

beforeAll(async () => {
  house = await openHouse();
  [profile, speaker] = await Promise.all([launchProfile({}), startSpeaker(house.server.url, TITLE)]);
  page = await profile.open(house.timeline);
  // Nobody is known before their first join.
  const { popup } = await joinFromPopup(profile, page, TITLE);
  await click(popup, LEAVE);
  await untilGone(popup, PLAYER);
  await popup.close();
});

afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await house?.close();
});

/** Who LiveKit has in the Space, hidden ones too, but for the speaker. */
async function present(): Promise<string[]> {
  const rooms = await roomService(house.server.dataDir);
  const all = await rooms.listParticipants(`s_${speaker.spaceId}_1`);
  return all.filter(({ permission }) => permission?.hidden).map(({ identity }) => identity.slice(0, 2));
}

test('who only rests on a Space is connected in silence, counted by nobody, and gone again', async () => {
  const popup = await profile.openPopup(page);
  await untilUsable(popup, rowOf(TITLE));
  await hover(popup, rowOf(TITLE));
  await until('a connection ahead', async () => (await present()).includes('h_'));
  const ear = new Ear(await profile.mediaHost());
  expect(await ear.receives({ windowMs: 500 })).toBe(false);
  expect((await house.space(speaker.spaceId)).listeners).toBe(0);
  await until('it to be gone', async () => (await present()).length === 0);
  await popup.close();
});

test('a click on it is heard without a gap while the sound goes over to the join', async () => {
  const popup = await profile.openPopup(page);
  await untilUsable(popup, rowOf(TITLE));
  await hover(popup, rowOf(TITLE));
  await until('a connection ahead', async () => (await present()).includes('h_'));
  const ear = new Ear(await profile.mediaHost());
  await popup.mouse.down();
  await popup.mouse.up();
  await ear.untilHeard();
  const watch = await ear.watch();
  await until('the join alone to be there', async () => (await present()).join() === 'p_');
  expect(await watch.stop()).toBeLessThan(1_000);
  expect((await house.space(speaker.spaceId)).listeners).toBe(1);
  await click(popup, LEAVE);
  await ear.untilSilent();
  await popup.close();
});
