import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, find, hover, middleOf, untilGone, untilText, untilUsable } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { HeldJoins } from '../support/held-joins.ts';
import { type House, openHouse } from '../support/house.ts';
import { ownSession } from '../support/own-session.ts';
import { GAP_MS } from '../support/patience.ts';
import { joinFromPopup, LEAVE, PLAYER, rowOf } from '../support/perch.ts';
import { roomService } from '../support/media-keys.ts';
import { Ear } from '../support/sound.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { Rows } from '../support/stage-rows.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

const TITLE = 'Before the click';
/** A slow machine is not to be put out before it has heard anything; the client's own limits end what these tests begin. */
const LIMITS = { aheadMs: 15_000, aheadKeptMs: 20_000, aheadsPerAccount: 100 };

let house: House;
let profile: Profile;
let page: Page;
let speaker: Speaker;
let hostToken: string;
let rows: Rows;

/** Somebody hosts and speaks. */
async function begin(): Promise<void> {
  speaker = await startSpeaker(house.server.url, TITLE, 'Ana', (token) => (hostToken = token));
}

beforeAll(async () => {
  house = await openHouse(LIMITS);
  rows = new Rows(house.server.dataDir);
  [profile] = await Promise.all([launchProfile({}), begin()]);
  page = await profile.open(house.timeline);
  // Nobody is known before their first join.
  const { popup } = await joinFromPopup(profile, page, TITLE);
  await click(popup, LEAVE);
  await untilGone(popup, PLAYER);
  await popup.close();
});

afterAll(async () => {
  await profile?.close();
  await speaker?.hangUp();
  rows?.close();
  await house?.close();
});

/** Who LiveKit has in the Space, hidden ones too, but for the speaker. */
async function present(): Promise<string[]> {
  const rooms = await roomService(house.server.dataDir);
  const name = `s_${speaker.spaceId}_1`;
  const [room] = await rooms.listRooms([name]);
  const all = room ? await rooms.listParticipants(name) : [];
  return all.filter(({ permission }) => permission?.hidden).map(({ identity }) => identity.slice(0, 2));
}

/** Leaves, and lets neither the mouse nor the focus rest on what could be joined. */
async function leave(popup: Page): Promise<void> {
  await click(popup, LEAVE);
  await untilGone(popup, PLAYER);
  await popup.mouse.move(0, 0);
  await popup.evaluate(() => (document.activeElement as HTMLElement).blur());
  await popup.close();
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
  expect(await watch.stop()).toBeLessThan(GAP_MS);
  expect((await house.space(speaker.spaceId)).listeners).toBe(1);
  await leave(popup);
  await ear.untilSilent();
});

/** Opens the popup and comes to the row so, until there is a connection ahead; from then on joins are held. */
async function come(to: (popup: Page) => Promise<unknown>): Promise<{ popup: Page; joins: HeldJoins }> {
  await until('nobody of before to be there', async () => (await present()).length === 0);
  const popup = await profile.openPopup(page);
  await untilUsable(popup, rowOf(TITLE));
  const joins = await HeldJoins.of(profile);
  await to(popup);
  await until('a connection ahead', async () => (await present()).includes('h_'));
  return { popup, joins };
}

/** Goes on to join, and hears the Space before the server has been asked. */
async function hearAhead(go: () => Promise<void>, joins: HeldJoins): Promise<Ear> {
  const ear = new Ear(await profile.mediaHost());
  await go();
  await joins.untilHeld();
  await ear.untilHeard();
  expect(await present()).toEqual(['h_']);
  return ear;
}

async function tabToRow(popup: Page): Promise<void> {
  const selector = `aria/${rowOf(TITLE).name}`;
  await until('the focus on the row', async () => {
    await popup.keyboard.press('Tab');
    return popup.$eval(selector, (row) => row === document.activeElement);
  });
}

async function layFinger(popup: Page): Promise<void> {
  const { x, y } = await middleOf(popup, await untilUsable(popup, rowOf(TITLE)));
  await popup.touchscreen.touchStart(x, y);
}

test.each([
  { by: 'the keyboard', to: tabToRow, go: (popup: Page) => popup.keyboard.press('Enter') },
  { by: 'a finger', to: layFinger, go: (popup: Page) => popup.touchscreen.touchEnd() },
])('who comes by $by is heard before the server has answered the join', async ({ to, go }) => {
  const { popup, joins } = await come(to);
  await hearAhead(() => go(popup), joins);
  await joins.release();
  await until('the join alone to be there', async () => (await present()).join() === 'p_');
  await leave(popup);
});

const notices = (popup: Page) =>
  popup.$$eval('[role="alert"] h2', (titles) => titles.map(({ textContent }) => textContent));

/** Goes on to join, which the server refuses because of what happens meanwhile. */
async function beRefused(meanwhile: (popup: Page) => Promise<void>, sentence: string): Promise<void> {
  const { popup, joins } = await come((there) => hover(there, rowOf(TITLE)));
  const ear = await hearAhead(async () => {
    await popup.mouse.down();
    await popup.mouse.up();
  }, joins);
  await meanwhile(popup);
  await joins.release();
  await untilText(popup, new RegExp(sentence));
  expect(await notices(popup)).toEqual([sentence]);
  expect(await find(popup, PLAYER)).toBeNull();
  await ear.untilSilent({ quietMs: 500 });
  expect(await present()).toEqual([]);
  await popup.close();
}

test('a join that comes too late for the Space leaves one sentence, and nobody there', async () => {
  await beRefused(() => speaker.end(), 'This Space has just ended');
  expect(rows.inside(speaker.spaceId)).toEqual([]);
});

test('somebody who is shut out before their join is silent, told so once, and not there', async () => {
  await begin();
  const { url } = house.server;
  await beRefused(async (popup) => {
    const elsewhere = new Visitor(url, (await ownSession(popup)).token);
    const { participantId } = await elsewhere.join(speaker.spaceId);
    await new Visitor(url, hostToken).act(speaker.spaceId, 'remove', participantId);
  }, 'A host removed you from this Space');
  expect(rows.inside(speaker.spaceId)).toEqual([expect.objectContaining({ role: 'host' })]);
});
