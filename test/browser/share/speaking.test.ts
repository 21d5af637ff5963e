import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, untilGone, untilShown, untilText } from '../../support/accessible.ts';
import { launchPlain, type PlainBrowser } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { accept, leaveStage, requestToSpeak, untilInvited, untilOnStage } from '../../support/on-stage.ts';
import { SILENT_WITHIN_MS } from '../../support/patience.ts';
import { LEAVE, MICROPHONE, PLAYER, turnMicrophone } from '../../support/perch.ts';
import {
  type HostedSpace,
  openSpacePage,
  setMicrophonePermission,
  START,
  startSpace,
} from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

let house: House;
/** Everybody is somebody else in a browser of their own. */
let talker: PlainBrowser;
let listener: PlainBrowser;
let shy: PlainBrowser;
let space: HostedSpace;
let address: string;

beforeAll(async () => {
  house = await openHouse();
  [talker, listener, shy] = await Promise.all([
    launchPlain({ microphone: 'prompted', sound: 'voice' }),
    launchPlain(),
    launchPlain({ microphone: 'ask' }),
  ]);
});
afterAll(async () => {
  await Promise.all([talker?.close(), listener?.close(), shy?.close()]);
  await house?.close();
});
afterEach(() => space.end());

async function open(options?: { aloud: boolean }): Promise<void> {
  space = await startSpace(house.server.url, 'Small webs', options);
  address = `${house.server.url}/s/${space.spaceId}`;
}

const stage = async () => space.host.stage(space.spaceId);

/** Brings up the one who asks. */
async function approve(): Promise<void> {
  const asking = await until('somebody to ask', async () => (await stage()).queue?.requests[0]);
  await space.host.act(space.spaceId, 'approve', asking.pid);
}

/** Counts how often the page reaches for the microphone. */
const countAsking = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    Object.assign(globalThis, { asked: 0 });
    mediaDevices.getUserMedia = (constraints) => {
      Object.assign(globalThis, { asked: Number(Reflect.get(globalThis, 'asked')) + 1 });
      return ask(constraints);
    };
  });
const askedOf = (page: Page) => page.evaluate(() => Number(Reflect.get(globalThis, 'asked')));

async function join(browser: PlainBrowser) {
  const opened = await openSpacePage(browser.browser, address, { session: countAsking });
  await click(opened.page, START);
  await untilShown(opened.page, PLAYER);
  return opened;
}

describe('speaking from the page of a Space', () => {
  beforeEach(() => open());

  it('asks, is approved, is heard once the microphone is on, and no longer once off the stage', async () => {
    const [speaking, listening] = await Promise.all([join(talker), join(listener)]);
    await speaking.page.bringToFront();
    await requestToSpeak(speaking.page, 'the solar mesh in Porto?');
    await approve();
    await untilOnStage(speaking.page);
    expect(await listening.ear.hears()).toBe(false);
    expect(await askedOf(speaking.page)).toBe(0);
    await turnMicrophone(speaking.page, true);
    await listening.ear.untilHeard();
    expect(await askedOf(speaking.page)).toBe(1);
    expect(await listening.ear.soundAfter(() => leaveStage(speaking.page))).toBeLessThan(SILENT_WITHIN_MS);
    expect(speaking.complaints).toEqual({ errors: [], strangers: [] });
    expect(listening.complaints).toEqual({ errors: [], strangers: [] });
    await Promise.all([speaking.page.close(), listening.page.close()]);
  });

  it('takes an invitation, and is silent for all at once after Leave', async () => {
    const [speaking, listening] = await Promise.all([join(talker), join(listener)]);
    await speaking.page.bringToFront();
    await click(speaking.page, { role: 'switch', name: 'Show my name' });
    const shown = await until('somebody to be named', async () => (await stage()).stage.shown[0]);
    await space.host.act(space.spaceId, 'invite', shown.pid);
    await untilInvited(speaking.page, 'Ana Ferreira');
    await accept(speaking.page);
    await turnMicrophone(speaking.page, true);
    await listening.ear.untilHeard();
    expect(await listening.ear.soundAfter(() => click(speaking.page, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
    await untilShown(speaking.page, START);
    await Promise.all([speaking.page.close(), listening.page.close()]);
  });

  it('is told when a host removes one, and stays out', async () => {
    const { page } = await join(talker);
    await click(page, { role: 'switch', name: 'Show my name' });
    const shown = await until('somebody to be named', async () => (await stage()).stage.shown[0]);
    await space.host.act(space.spaceId, 'remove', shown.pid);
    await untilText(page, /^A host removed you from this Space$/);
    await untilGone(page, PLAYER);
    await page.close();
  });

  it('asks whether to listen with a name where the host wants to see who listens', async () => {
    await space.host.settings(space.spaceId, { allowAnonymous: false });
    const { page } = await openSpacePage(listener.browser, address);
    await click(page, START);
    await untilShown(page, { role: 'alertdialog', name: 'The host wants to see who listens' });
    await click(page, { role: 'button', name: /^Listen (as|with)/ });
    await untilShown(page, PLAYER);
    expect((await stage()).stage.shown).toHaveLength(1);
    await page.close();
  });
});

describe('a microphone that is refused', () => {
  beforeEach(() => open({ aloud: true }));

  it('says what to click while one hears on, and speaks once it is allowed', async () => {
    const permissions = await shy.browser.target().createCDPSession();
    await setMicrophonePermission(permissions, 'denied');
    const { page, ear } = await join(shy);
    await requestToSpeak(page, 'may I?');
    await approve();
    await untilOnStage(page);
    await click(page, MICROPHONE);
    await untilText(page, /^The browser is blocking the microphone$/);
    await untilText(page, /click the icon at the left of the address bar/);
    await ear.untilHeard();
    await setMicrophonePermission(permissions, 'granted');
    await untilGone(page, { role: 'heading', name: 'The browser is blocking the microphone' });
    await turnMicrophone(page, true);
    await page.close();
  });
});
