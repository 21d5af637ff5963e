import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from '../../support/browsers.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { joinFromPopup, leaveEverything } from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { Talker } from '../../support/talker.ts';

/** Both browsers end a background that has had nothing to do for 30 s. */
const SILENCE_MS = 80_000;

let house: House;

beforeAll(async () => {
  house = await openHouse({}, { isInNetwork: true });
});
afterAll(() => house?.close());

// Side by side, since all that takes long is waiting.
describe.concurrent.each(BROWSERS)('whoever listens in %s', (browser) => {
  const title = `A long silence for ${browser}`;
  let person: Person;
  let talker: Talker;

  beforeAll(async () => {
    talker = await Talker.arrive(house.server.url, 'Ana Ferreira');
    await talker.host(title);
    person = await launchPerson(browser, { microphone: 'ask' });
  });
  afterAll(async () => {
    await person?.close();
    await talker?.hangUp();
  });

  it('hears the first word after 80 s of silence with no page of Perch open', async () => {
    talker.isLoud = true;
    const page = await person.open(house.timeline);
    const { ear } = await joinFromPopup(person, page, title);
    await person.closePopup();
    await page.goto('about:blank');
    talker.isLoud = false;
    await ear.untilSilent();
    await wait(SILENCE_MS);
    expect(await ear.hears()).toBe(false);
    talker.isLoud = true;
    await ear.untilHeard();
    await leaveEverything(person);
  }, 240_000);
});
