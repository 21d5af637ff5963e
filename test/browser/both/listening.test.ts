import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, fill, find, untilShown, untilUsable } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { launchProfile } from '../../support/chromium.ts';
import type { FirefoxProfile } from '../../support/firefox/firefox-profile.ts';
import { QuickIdle } from '../../support/firefox/quick-idle.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { REQUEST } from '../../support/on-stage.ts';
import { SILENT_WITHIN_MS } from '../../support/patience.ts';
import {
  cardOf,
  endSpace,
  joinFromBar,
  joinFromPopup,
  LEAVE,
  leaveEverything,
  MICROPHONE,
  PLAYER,
  rowOf,
  turnMicrophone,
} from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';
import { until } from '../../support/until.ts';
import type { Screen } from '../../support/view.ts';

const TITLE = 'Tones for everybody';
const OPEN_STAGE = 'A stage for everybody';

let house: House;
let speaker: Speaker;

beforeAll(async () => {
  house = await openHouse({}, { isInNetwork: true });
  speaker = await startSpeaker(house.server.url, TITLE);
});
afterAll(async () => {
  await speaker?.end();
  await house?.close();
});

/** Opens a Space where everybody may speak; answers where its host does. */
async function hostForEveryone(person: Person, page: Page): Promise<Screen> {
  const popup = await person.openPopup(page);
  await click(popup, { role: 'button', name: 'Host a Space' });
  await fill(popup, { role: 'textbox', name: 'Name your Space' }, OPEN_STAGE);
  await click(popup, { role: 'radio', name: /^Everyone/ });
  await click(popup, { role: 'button', name: 'Start your Space' });
  return person.stage(page);
}

const untilNobodyListens = () =>
  until('the server to know', async () => (await house.space(speaker.spaceId)).listeners === 0);

describe.each(BROWSERS)('in %s', (browser) => {
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

  describe('whoever listens and never gave a microphone', () => {
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

    it('is silent soon after Leave', async () => {
      const { popup, ear } = await joinFromPopup(person, page, TITLE);
      await untilShown(popup, LEAVE);
      expect(await ear.soundAfter(() => click(popup, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
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

  describe.runIf(browser === 'firefox')('whoever speaks', () => {
    it('is heard in Chromium from the stage window, and hears a speaker there', async () => {
      const { extension } = person as FirefoxProfile;
      await extension.setMicrophone(true);
      const other = await launchProfile();
      try {
        const stage = await hostForEveryone(person, page);
        const popup = await other.openPopup(await other.open(house.timeline));
        await click(popup, rowOf(OPEN_STAGE));
        const [ear, theirs] = [await other.listen(), await person.listen()];
        await turnMicrophone(stage, true);
        await ear.untilHeard();
        await click(popup, REQUEST);
        await click(popup, { role: 'button', name: 'Come on stage' });
        await turnMicrophone(popup, true);
        await theirs.untilHeard();
        await endSpace(stage);
        await stage.close();
      } finally {
        await other.close();
        await extension.setMicrophone(null);
      }
    });
  });
});
