import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { untilUsable } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { cardOf } from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { untilBar } from '../../support/site-visit.ts';
import { type ConnectProxy, openConnectProxy } from '../../support/sites/connect-proxy.ts';
import { SITES } from '../../support/sites/hosts.ts';
import { openSites, type Sites } from '../../support/sites/serve.ts';
import type { Speaker } from '../../support/speaker.ts';
import { startAna, untilSome } from '../../support/timelines.ts';

const TITLE = 'Tones above two timelines';

let house: House;
let speaker: Speaker;
let sites: Sites;
let proxy: ConnectProxy;

beforeAll(async () => {
  [house, sites] = await Promise.all([openHouse(), openSites(inject('sitesPath'))]);
  [speaker, proxy] = await Promise.all([startAna(house, TITLE), openConnectProxy(sites.port)]);
});
afterAll(async () => {
  await speaker?.end();
  await proxy?.close();
  await sites?.close();
  await house?.close();
});

describe.each(BROWSERS)('whoever reads in %s', (browser) => {
  let person: Person;

  beforeAll(async () => {
    person = await launchPerson(browser, { flags: sites.flags, prefs: proxy.prefs });
  });
  afterAll(() => person?.close());

  it.each(['x', 'bluesky'] as const)(
    'sees the bar right above the timeline of %s, and a ring round whom it is of',
    async (name) => {
      const { home, anchor } = SITES[name];
      const page = await person.open(home);
      await untilBar(page, anchor);
      await untilUsable(page, cardOf(TITLE));
      await untilSome(page, '[data-perch-live]');
      await page.close();
    },
  );
});
