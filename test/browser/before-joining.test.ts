import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { listen, type Listener } from '../support/livekit-clients.ts';
import { actionOn, closePeople } from '../support/on-stage.ts';
import { ownSession } from '../support/own-session.ts';
import { cardOf, joinFromPopup, LEAVE, leaveEverything, PLAYER, rowOf } from '../support/perch.ts';
import { raiseVoice, type Voice } from '../support/raise-voice.ts';
import { Ear } from '../support/sound.ts';
import { Visitor } from '../support/visitor.ts';

const TITLE = 'Think before you listen';
const HOST = 'Malik Osei';
const BLOCKED = /Somebody you blocked is on stage/;

let house: House;
let malik: Visitor;
let client: Listener;
let voice: Voice;
let spaceId: string;
let profile: Profile;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  [malik, profile] = await Promise.all([Visitor.arrive(house.server.url, HOST), launchProfile()]);
  const join = await malik.start({ title: TITLE });
  spaceId = join.space.id;
  client = await listen(join);
  voice = await raiseVoice(client.room);
});
afterAll(async () => {
  await profile?.close();
  await voice?.lower();
  await client?.leave();
  await house?.close();
});
beforeEach(async () => {
  page = await profile.open(house.timeline);
});
afterEach(async () => {
  await leaveEverything(profile);
  await page.close();
});

const listeners = async () => (await house.space(spaceId)).listeners;

describe('the preview', () => {
  it('shows who is there to somebody who is not', async () => {
    const popup = await profile.openPopup(page);
    await click(popup, { role: 'button', name: `Preview: ${TITLE}` });
    await untilShown(popup, { role: 'dialog', name: TITLE });
    await untilText(popup, /Malik Osei/);
    await untilText(popup, /You listen unseen/);
    expect(await listeners()).toBe(0);
    await click(popup, { role: 'button', name: 'Start listening' });
    await new Ear(await profile.mediaHost()).untilHeard();
    expect((await malik.stage(spaceId)).stage.shown).toEqual([]);
  });
});

describe('where somebody I blocked is on stage', () => {
  it('asks first, and lets me in all the same: to hear the others, and them too when I say so', async () => {
    const { popup } = await joinFromPopup(profile, page, TITLE);
    await actionOn(popup, HOST, 'Block and report');
    await click(popup, { role: 'button', name: 'Only block' });
    await untilText(popup, /Malik Osei is blocked/);
    await click(popup, { role: 'button', name: 'Close' });
    await closePeople(popup);
    await click(popup, LEAVE);
    await untilGone(popup, PLAYER);

    await click(popup, rowOf(TITLE));
    await untilText(popup, BLOCKED);
    expect(await listeners()).toBe(0);
    await click(popup, { role: 'button', name: 'Listen anyway' });
    await untilShown(popup, PLAYER);
    const ear = new Ear(await profile.mediaHost());
    expect(await ear.receives()).toBe(false);
    await actionOn(popup, HOST, 'Unmute for me');
    await ear.untilHeard();
  });

  it('asks in the popup when the bar was clicked', async () => {
    await click(page, cardOf(TITLE));
    await click(page, { role: 'button', name: 'Start listening' });
    const popup = await profile.openedPopup();
    await untilText(popup, BLOCKED);
    await click(popup, { role: 'button', name: 'Not now' });
    await untilGone(popup, { role: 'button', name: 'Listen anyway' });
    expect(await listeners()).toBe(0);
    expect(await find(popup, PLAYER)).toBeNull();
  });
});

describe('where the host wants to see who listens', () => {
  it('asks first, and names me when I agree', async () => {
    // Malik is still on stage, and still blocked.
    await malik.settings(spaceId, { allowAnonymous: false });
    const popup = await profile.openPopup(page);
    const { name } = (await ownSession(popup)).account;
    await click(popup, rowOf(TITLE));
    await untilText(popup, /The host wants to see who listens/);
    expect(await listeners()).toBe(0);
    await click(popup, { role: 'button', name: `Listen as ${name}` });
    await untilText(popup, BLOCKED);
    await click(popup, { role: 'button', name: 'Listen anyway' });
    await new Ear(await profile.mediaHost()).untilHeard();
    expect((await malik.stage(spaceId)).stage.shown).toEqual([expect.objectContaining({ name })]);
  });
});
