import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, untilShown } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { HeldWorker } from '../support/held-worker.ts';
import { type House, openHouse } from '../support/house.ts';
import { SILENT_WITHIN_MS } from '../support/patience.ts';
import { joinFromPopup, LEAVE, leaveEverything, PLAYER, rowOf } from '../support/perch.ts';
import { Ear } from '../support/sound.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Tones for a test';

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

/** Asked in a page of ours: a worker that was once looked into by a debugger cannot be stopped any more. */
const badge = (popup: Page) => popup.evaluate('chrome.action.getBadgeText({})');

/** What the next popup begins with, as text. */
const kept = async (popup: Page) =>
  JSON.stringify(await popup.evaluate(`chrome.storage.session.get('view')`));

describe('listening from the toolbar', () => {
  it('is heard after one click, and the badge says LIVE', async () => {
    const { popup } = await joinFromPopup(profile, page, TITLE);
    await untilShown(popup, PLAYER);
    expect(await badge(popup)).toBe('LIVE');
  });

  it('goes on when the popup is closed', async () => {
    const { popup, ear } = await joinFromPopup(profile, page, TITLE);
    await popup.close();
    await until('the popup to be gone', async () => !profile.target('popup.html'));
    expect(await ear.hears()).toBe(true);
  });

  it('goes on through links, other pages and closed tabs', async () => {
    const { ear } = await joinFromPopup(profile, page, TITLE);
    const other = await profile.open('about:blank');
    await page.bringToFront();
    await page.click('a[href="/demo/notifications"]');
    await page.waitForSelector('[data-testid="notifications-column"]');
    expect(await ear.hears()).toBe(true);
    await page.goto('about:blank');
    expect(await ear.hears()).toBe(true);
    await page.close();
    expect(await ear.hears()).toBe(true);
    page = other;
  });

  it('goes on when the service worker is stopped, and can still be left', async () => {
    const { popup, ear } = await joinFromPopup(profile, page, TITLE);
    await popup.close();
    await profile.stopWorker(page);
    expect(await ear.hears()).toBe(true);
    const again = await profile.openPopup(page);
    await click(again, LEAVE);
    await ear.untilSilent();
    await until('the server to know', async () => (await house.space(speaker.spaceId)).listeners === 0);
  });

  it('begins with the list that was kept while the worker only wakes, and joins by one click on it', async () => {
    const before = await profile.openPopup(page);
    await untilShown(before, rowOf(TITLE));
    await until('the list to be kept', async () => (await kept(before)).includes(TITLE));
    await profile.closePopup();
    // Held before it stops: the timeline, in sight again, may wake it at once.
    const worker = await HeldWorker.of(profile);
    await profile.stopWorker(page);
    const popup = await profile.openPopup(page);
    await click(popup, rowOf(TITLE));
    expect((await house.space(speaker.spaceId)).listeners).toBe(0);
    await worker.release();
    const ear = new Ear(await profile.mediaHost());
    await ear.untilHeard();
    expect((await house.space(speaker.spaceId)).listeners).toBe(1);
  });

  it('is silent soon after Leave', async () => {
    const { popup, ear } = await joinFromPopup(profile, page, TITLE);
    await untilShown(popup, LEAVE);
    expect(await ear.soundAfter(() => click(popup, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
  });

  it('takes a second click for the first', async () => {
    const popup = await profile.openPopup(page);
    await click(popup, rowOf(TITLE), { times: 2 });
    const ear = new Ear(await profile.mediaHost());
    await ear.untilHeard();
    expect((await house.space(speaker.spaceId)).listeners).toBe(1);
  });

  it('leaves the first Space when another one is joined', async () => {
    const second = await startSpeaker(house.server.url, 'A second Space', 'Malik Osei');
    const { popup, ear } = await joinFromPopup(profile, page, TITLE);
    await click(popup, rowOf(second.title));
    await until('the server to see the move', async () => {
      const [first, next] = await Promise.all([house.space(speaker.spaceId), house.space(second.spaceId)]);
      return first.listeners === 0 && next.listeners === 1;
    });
    await ear.untilHeard();
    await second.hangUp();
    await ear.untilSilent();
    await second.end();
  });
});
