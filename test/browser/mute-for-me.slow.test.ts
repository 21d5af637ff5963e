import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, untilShown, untilText } from '../support/accessible.ts';
import { launchPlain, launchProfile, type PlainBrowser, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { roomService } from '../support/media-keys.ts';
import { actionOn, closePeople, untilListed } from '../support/on-stage.ts';
import { joinFromPopup, LEAVE } from '../support/perch.ts';
import type { Ear } from '../support/sound.ts';
import { listenOnPage, type OpenedSpace } from '../support/space-page.ts';
import { Talker } from '../support/talker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Two voices';
const NEXT = 'Another evening';
/** As long as it takes somebody to come back, and to be heard by others. */
const WATCHED_MS = 6_000;

let house: House;
let me: Profile;
let plain: PlainBrowser;
let ana: Talker;
let ben: Talker;
let spaceId: string;
let nextId: string;
let page: Page;
let popup: Page;
let ear: Ear;
let other: OpenedSpace;

beforeAll(async () => {
  house = await openHouse({ requestEveryMs: 0 });
  const { url } = house.server;
  [me, plain, ana, ben] = await Promise.all([
    launchProfile(),
    launchPlain(),
    Talker.arrive(url, 'Ana'),
    Talker.arrive(url, 'Ben'),
  ]);
  spaceId = await ana.host(TITLE);
  await ben.comeUp(spaceId);
  page = await me.open(house.timeline);
  ({ popup, ear } = await joinFromPopup(me, page, TITLE));
  other = await listenOnPage(plain.browser, `${url}/s/${spaceId}`);
});
afterAll(async () => {
  await Promise.all([ana?.hangUp(), ben?.hangUp(), me?.close(), plain?.close()]);
  await house?.close();
});

/** From now on only this one speaks, and the one who muted nobody hears it. */
async function only(talker: Talker): Promise<void> {
  for (const one of [ana, ben]) one.isLoud = one === talker;
  if (talker === ben) await other.ear.untilHeard();
}

const untilNothingArrives = (what: Ear = ear) =>
  until('nothing to arrive', async () => !(await what.receives()));

async function expectToHear(talker: Talker): Promise<void> {
  await only(talker);
  await ear.untilHeard();
}

async function expectNotToHear(talker: Talker): Promise<void> {
  await only(talker);
  await untilNothingArrives();
  expect(await other.ear.hears()).toBe(true);
}

describe('somebody whom a person muted for themself', () => {
  it('is heard by the others, and sends nothing more to that person', async () => {
    await expectToHear(ben);
    await actionOn(popup, 'Ben', 'Mute for me');
    await untilText(popup, /Muted for me/);
    await expectNotToHear(ben);
    await expectToHear(ana);
  });

  it('is not heard for a moment when they come back as another participant', async () => {
    await only(ben);
    await untilNothingArrives();
    const arrives = ear.receives({ windowMs: WATCHED_MS });
    await ben.comeUp(spaceId);
    await other.ear.untilHeard();
    expect(await arrives).toBe(false);
  });

  it('stays silent when the person’s own connection is lost and comes back', async () => {
    await expectToHear(ana);
    const rooms = await roomService(house.server.dataDir);
    const room = `s_${spaceId}_1`;
    const mine = await popup.evaluate(
      `chrome.runtime.sendMessage({ id: 1, type: 'host:state', data: {}, timestamp: 0 }).then(({ res }) => res.participantId)`,
    );
    await rooms.removeParticipant(room, String(mine));
    expect(mine).toMatch(/^p_/);
    await until('the person to be back', async () =>
      (await rooms.listParticipants(room)).every(({ identity }) => identity !== mine),
    );
    await expectToHear(ana);
    await expectNotToHear(ben);
  });

  it('stays silent for one who leaves and joins again', async () => {
    await closePeople(popup);
    await click(popup, LEAVE);
    await only(ben);
    await untilNothingArrives();
    await click(popup, { role: 'button', name: `Start listening: ${TITLE}` });
    await untilShown(popup, LEAVE);
    expect(await ear.receives({ windowMs: WATCHED_MS })).toBe(false);
    expect(await other.ear.hears()).toBe(true);
    await expectToHear(ana);
  });

  it('is not heard in another Space either, and is heard again once that is undone', async () => {
    nextId = await ben.host(NEXT);
    await ana.comeUp(nextId);
    for (const one of [ana, ben]) one.isLoud = true;
    await me.closePopup();
    ({ popup, ear } = await joinFromPopup(me, page, NEXT));
    ana.isLoud = false;
    await untilNothingArrives();
    ana.isLoud = true;
    await ear.untilHeard();
    ana.isLoud = false;
    await actionOn(popup, 'Ben', 'Unmute for me');
    await ear.untilHeard();
    await until('the row to say so', async () =>
      (await untilListed(popup, 'Host', 1)).every((row) => !row.includes('Muted for me')),
    );
  });
});

describe('on the page of a Space', () => {
  it('somebody is muted and heard again, from the stage', async () => {
    await other.page.close();
    for (const one of [ana, ben]) one.isLoud = true;
    const { page: third, ear: ears } = await listenOnPage(plain.browser, `${house.server.url}/s/${nextId}`);
    ana.isLoud = false;
    await ears.untilHeard();
    await click(third, { role: 'button', name: 'About Ben' });
    await click(third, { role: 'button', name: /^Mute for me/ });
    await untilNothingArrives(ears);
    ana.isLoud = true;
    await ears.untilHeard();
    ana.isLoud = false;
    await click(third, { role: 'button', name: 'About Ben' });
    await click(third, { role: 'button', name: /^Unmute for me/ });
    await ears.untilHeard();
  });
});
