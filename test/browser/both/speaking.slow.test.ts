import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click, fill, untilText } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { launchProfile, type Profile } from '../../support/chromium.ts';
import { FirefoxProfile } from '../../support/firefox/firefox-profile.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import {
  endSpace,
  hostAloud,
  isMicrophoneOn,
  joinFromPopup,
  rowOf,
  turnMicrophone,
} from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import type { Screen } from '../../support/view.ts';
import { startSpeaker } from '../../support/speaker.ts';
import { until } from '../../support/until.ts';

/** Chromium's fake microphone beeps, with pauses between. */
const LONGER_THAN_A_PAUSE_MS = 2_500;
const TRY_AGAIN = { role: 'button', name: 'Try again' };

let house: House;
let other: Profile;
let otherPage: Page;

beforeAll(async () => {
  [house, other] = await Promise.all([openHouse({}, { isInNetwork: true }), launchProfile()]);
  otherPage = await other.open(house.timeline);
});
afterAll(async () => {
  await other?.close();
  await house?.close();
});

/** Ends the Space for everybody, where its host speaks. */
async function end(stage: Screen): Promise<void> {
  await endSpace(stage);
  await until('no Space to be live', async () => {
    const answer = await fetch(`${house.server.url}/v1/live`);
    return ((await answer.json()) as { spaces: unknown[] }).spaces.length === 0;
  });
}

describe.each(BROWSERS)('whoever speaks in %s', (browser) => {
  let person: Person;
  let page: Page;

  beforeAll(async () => {
    person = await launchPerson(browser);
  });
  afterAll(() => person?.close());
  beforeEach(async () => {
    page = await person.open(house.timeline);
  });
  afterEach(() => page.close());

  /** Opens a Space; answers where its host speaks. */
  async function host(title: string): Promise<Screen> {
    const popup = await person.openPopup(page);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await fill(popup, { role: 'textbox', name: 'Name your Space' }, title);
    await click(popup, { role: 'button', name: 'Start your Space' });
    await house.onlySpace();
    return person.stage(page);
  }

  it('is heard by a listener in Chromium once the microphone is on, and not before or after', async () => {
    const stage = await host(`Said in ${browser}`);
    const popup = await other.openPopup(otherPage);
    await click(popup, rowOf(`Said in ${browser}`));
    const ear = await other.listen();
    const id = await house.onlySpace();
    await until('the listener to be in', async () => (await house.space(id)).listeners === 1);
    expect(await isMicrophoneOn(stage)).toBe(false);
    expect(await ear.hears()).toBe(false);
    await turnMicrophone(stage, true);
    await ear.untilHeard();
    await turnMicrophone(stage, false);
    await ear.untilSilent({ quietMs: LONGER_THAN_A_PAUSE_MS });
    await end(stage);
  });

  it('hears a speaker in Chromium', async () => {
    const speaking = await hostAloud(other, otherPage, `Heard in ${browser}`);
    const { ear } = await joinFromPopup(person, page, `Heard in ${browser}`);
    expect(await ear.hears({ windowMs: LONGER_THAN_A_PAUSE_MS })).toBe(true);
    await end(speaking);
  });

  it.runIf(browser === 'firefox')(
    'is silent and without a stage window once they listen elsewhere, and back muted',
    async () => {
      const stage = await host('A Space that is left');
      await turnMicrophone(stage, true);
      await click(await other.openPopup(otherPage), rowOf('A Space that is left'));
      const ear = await other.listen();
      await ear.untilHeard();
      const elsewhere = await startSpeaker(house.server.url, 'A Space elsewhere');
      await click(await person.openPopup(page), rowOf('A Space elsewhere'));
      await ear.untilSilent();
      const firefox = person as FirefoxProfile;
      await until('the window to be closed', async () => !(await firefox.isOpen('stage.html')));
      await (await person.listen()).untilHeard();
      await elsewhere.end();
      const again = await person.openPopup(page);
      await click(again, rowOf('A Space that is left'));
      expect(await isMicrophoneOn(again)).toBe(false);
      await end(again);
    },
  );

  it.runIf(browser === 'firefox')(
    'is muted and stays in when the stage window is closed by hand',
    async () => {
      const stage = await host('A window that is closed');
      const id = await house.onlySpace();
      await turnMicrophone(stage, true);
      const popup = await other.openPopup(otherPage);
      await click(popup, rowOf('A window that is closed'));
      const ear = await other.listen();
      await ear.untilHeard();
      await stage.close();
      await ear.untilSilent();
      const again = await person.openPopup(page);
      expect(await isMicrophoneOn(again)).toBe(false);
      expect(await house.onlySpace()).toBe(id);
      await end(again);
    },
  );
});

describe.runIf(BROWSERS.includes('firefox'))('whoever is asked by Firefox for the microphone', () => {
  let person: FirefoxProfile;

  beforeAll(async () => {
    person = (await launchPerson('firefox', { microphone: 'ask' })) as FirefoxProfile;
  });
  afterAll(() => person?.close());

  beforeEach(() => person.extension.setMicrophone(null));

  /** Hosts, and says no. */
  async function refuse(how: { isForNow: boolean }): Promise<Screen> {
    const page = await person.open(house.timeline);
    const popup = await person.openPopup(page);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await fill(popup, { role: 'textbox', name: 'Name your Space' }, 'A shy Firefox');
    await click(popup, { role: 'button', name: 'Start your Space' });
    const stage = await person.opened('stage.html');
    await until('the question', () => person.extension.isAsking());
    await person.extension.answer(false, how);
    await untilText(stage, /The browser is blocking the microphone/);
    return stage;
  }

  it('is asked again after a refusal for this time, and is on stage once it is given', async () => {
    await click(await refuse({ isForNow: true }), TRY_AGAIN);
    await until('the question again', () => person.extension.isAsking());
    const stage = await person.opened('stage.html');
    await person.extension.answer(true, { isForNow: true });
    await turnMicrophone(stage, true);
    await end(stage);
    await stage.close();
  });

  it('takes back a refusal for good in the tab that opens for that, and is on stage once it is given', async () => {
    const stage = await refuse({ isForNow: false });
    await click(stage, TRY_AGAIN);
    const tab = await person.opened('microphone.html');
    await untilText(tab, /Click the crossed-out microphone/);
    await until('it to be there', () => person.extension.isCrossedOut());
    await person.extension.takeBackRefusal();
    await click(tab, TRY_AGAIN);
    await until('the question again', () => person.extension.isAsking());
    await person.extension.answer(true);
    await turnMicrophone(stage, true);
    expect(await person.isOpen('microphone.html')).toBe(false);
    await end(stage);
  });
});
