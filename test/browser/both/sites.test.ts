import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { click, clickAway, untilGone, untilText, untilUsable } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { cardOf } from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { offerOf } from '../../support/site-access.ts';
import { doorsOf, type SiteDoors } from '../../support/site-doors.ts';
import { untilBar, untilNoBar } from '../../support/site-visit.ts';
import { type ConnectProxy, openConnectProxy } from '../../support/sites/connect-proxy.ts';
import { SITES } from '../../support/sites/hosts.ts';
import { openSites, type Sites } from '../../support/sites/serve.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';

const TITLE = 'Tones above two timelines';
const X_HOSTS = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'];
const { x } = SITES;
const OFFER = offerOf(x.host);
const REFUSED = /^Your browser keeps Perch out of x\.com/;
const ALLOW = { role: 'button', name: 'Allow' };

let house: House;
let speaker: Speaker;
let sites: Sites;
let proxy: ConnectProxy;

beforeAll(async () => {
  [house, sites] = await Promise.all([openHouse(), openSites(inject('sitesPath'))]);
  [speaker, proxy] = await Promise.all([startSpeaker(house.server.url, TITLE), openConnectProxy(sites.port)]);
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

  it.each(['x', 'bluesky'] as const)('sees the bar right above the timeline of %s', async (name) => {
    const { home, anchor } = SITES[name];
    const page = await person.open(home);
    await untilBar(page, anchor);
    await untilUsable(page, cardOf(TITLE));
    await page.close();
  });

  describe('and keeps Perch out of x.com', () => {
    let page: Page;
    let doors: SiteDoors;

    beforeAll(async () => {
      doors = doorsOf(person, X_HOSTS);
      page = await person.open(x.home);
      await page.evaluate(() => Reflect.set(window, 'isTheSame', true));
      await untilBar(page, x.anchor);
      await doors.close();
    });
    afterAll(() => page.close());

    const untilBack = async () => {
      await untilBar(page, x.anchor);
      expect(await page.evaluate(() => Reflect.get(window, 'isTheSame'))).toBe(true);
    };

    it('sees the bar go from the page that is open', () => untilNoBar(page));

    // Nobody can say no to Chromium's prompt, which is drawn outside of every page.
    it.runIf(browser === 'firefox')('reads in the popup that nothing changes while they say no', async () => {
      const popup = await person.openPopup(page);
      await click(popup, OFFER);
      await doors.untilAsked();
      await doors.answer(false);
      await untilText(popup, /^Nothing was changed/);
      await untilUsable(popup, OFFER);
      await untilNoBar(page);
    });

    it('has the bar back in that page with one click in the popup', async () => {
      const popup = await person.openPopup(page);
      await clickAway(popup, OFFER);
      await doors.untilAsked();
      await doors.answer(true);
      await page.bringToFront();
      await untilBack();
    });

    it('reads so in the settings, and has it back with one click there', async () => {
      await person.closePopup();
      await doors.close();
      await untilNoBar(page);
      const options = await person.openOwn('options.html');
      await untilText(options, REFUSED);
      await click(options, ALLOW);
      await doors.untilAsked();
      await doors.answer(true);
      await untilGone(options, { role: 'StaticText', name: REFUSED });
      await options.close();
      await untilBack();
    });
  });
});
