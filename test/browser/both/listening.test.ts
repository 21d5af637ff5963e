import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, find, untilShown, untilUsable } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import type { FirefoxProfile } from '../../support/firefox/firefox-profile.ts';
import { QuickIdle } from '../../support/firefox/quick-idle.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { type Pages, startBarePages } from '../../support/pages.ts';
import {
  cardOf,
  joinFromBar,
  joinFromPopup,
  LEAVE,
  leaveEverything,
  MICROPHONE,
  PLAYER,
} from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';
import { until } from '../../support/until.ts';

const TITLE = 'Tones for everybody';
const LEAVE_SILENCE_MS = 500;

let house: House;
let bare: Pages;
let speaker: Speaker;

beforeAll(async () => {
  [house, bare] = await Promise.all([openHouse({}, { isInNetwork: true }), startBarePages()]);
  speaker = await startSpeaker(house.server.url, TITLE);
});
afterAll(async () => {
  await speaker?.end();
  await bare?.close();
  await house?.close();
});

const untilNobodyListens = () =>
  until('the server to know', async () => (await house.space(speaker.spaceId)).listeners === 0);

describe.each(BROWSERS)('whoever listens in %s and never gave a microphone', (browser) => {
  let person: Person;
  let page: Page;

  beforeAll(async () => {
    person = await launchPerson(browser, { microphone: 'ask' });
  });
  afterAll(() => person?.close());
  beforeEach(async () => {
    page = await person.open(house.timeline);
  });
  afterEach(async () => {
    await leaveEverything(person);
    // A browser that is closed before it has told of that stays in the count until LiveKit misses it.
    await untilNobodyListens();
    await page.close();
  });

  it('hears after one click in the popup, and goes on when popup and page are gone', async () => {
    const { popup, ear } = await joinFromPopup(person, page, TITLE);
    await untilShown(popup, PLAYER);
    await person.closePopup();
    await page.goto('about:blank');
    expect(await ear.hears()).toBe(true);
    expect((await house.space(speaker.spaceId)).listeners).toBe(1);
  });

  it('hears after the card in the bar and "Start listening", and sees the player there', async () => {
    await untilUsable(page, cardOf(TITLE));
    await joinFromBar(person, page, TITLE);
    await untilShown(page, PLAYER);
  });

  it("hears from the bar under a policy of default-src 'none'", async () => {
    const forbidding = await person.open(bare.timeline);
    await joinFromBar(person, forbidding, TITLE);
    await untilShown(forbidding, PLAYER);
    await forbidding.close();
  });

  it('is silent within half a second of Leave', async () => {
    const { popup, ear } = await joinFromPopup(person, page, TITLE);
    await untilShown(popup, LEAVE);
    expect(await ear.soundAfter(() => click(popup, LEAVE))).toBeLessThan(LEAVE_SILENCE_MS);
    await untilNobodyListens();
  });

  it.runIf(browser === 'firefox')(
    'keeps the background page for as long as they are in a Space, and no longer',
    async () => {
      const idle = await QuickIdle.begin(person as FirefoxProfile);
      try {
        await joinFromPopup(person, page, TITLE);
        await person.closePopup();
        await page.goto('about:blank');
        expect(await idle.outlasts()).toBe(true);
        expect(await (await person.listen()).hears()).toBe(true);
        await leaveEverything(person);
        await idle.untilEnded();
      } finally {
        await idle.end();
      }
    },
  );

  it('hears on or hears again when the browser ends the background, without a microphone', async () => {
    await joinFromPopup(person, page, TITLE);
    await person.closePopup();
    await person.endBackground(page);
    const popup = await person.openPopup(page);
    await untilShown(popup, PLAYER);
    await (await person.listen()).untilHeard();
    expect(await find(popup, MICROPHONE)).toBeNull();
    await until('one listener', async () => (await house.space(speaker.spaceId)).listeners === 1);
  });
});
