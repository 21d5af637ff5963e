import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { click, clickAway, untilGone, untilShown, untilText, untilUsable } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { runAsContentScript } from '../../support/content-script.ts';
import { type House, openHouse } from '../../support/house.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { unlikeness } from '../../support/likeness.ts';
import { type BarePages, startBarePages } from '../../support/pages.ts';
import { cardOf, joinFromBar, leaveEverything, PLAYER, rowOf } from '../../support/perch.ts';
import type { Person } from '../../support/person.ts';
import { pictureOfBar, startPicturedSpeaker } from '../../support/pictured-speaker.ts';
import { reachSecrets, tokensOf } from '../../support/secrets.ts';
import { SAVED, saveServer } from '../../support/server-address.ts';
import { offerOf, removeOf, untilTraceless } from '../../support/site-access.ts';
import { doorsOf, type SiteDoors } from '../../support/site-doors.ts';
import { untilBar, untilNoBar } from '../../support/site-visit.ts';
import { type ConnectProxy, openConnectProxy } from '../../support/sites/connect-proxy.ts';
import { SITES, SPACES_HOST, SPACES_URL } from '../../support/sites/hosts.ts';
import { openSites, type Sites } from '../../support/sites/serve.ts';
import type { Speaker } from '../../support/speaker.ts';
import { KEYS_OF_ANA, untilSome } from '../../support/timelines.ts';
import { until } from '../../support/until.ts';
import type { Screen } from '../../support/view.ts';
import { openWatched, tryFrom, type WatchedPage } from '../../support/violations.ts';

const TITLE = 'Tones above two timelines';
const X_HOSTS = ['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'];
const { x } = SITES;
const OFFER = offerOf(x.host);
const REFUSED = /^Your browser keeps Perch out of x\.com/;
const ONE_REFUSED = /^Your browser keeps Perch out of twitter\.com,/;
const ALLOW = { role: 'button', name: 'Allow' };

let house: House;
let bare: BarePages;
let speaker: Speaker;
let sites: Sites;
let proxy: ConnectProxy;

beforeAll(async () => {
  [house, bare, sites] = await Promise.all([
    openHouse({}, { isInNetwork: true }),
    startBarePages(),
    openSites(inject('sitesPath')),
  ]);
  [{ speaker }, proxy] = await Promise.all([
    startPicturedSpeaker(house.server, TITLE, KEYS_OF_ANA),
    openConnectProxy(sites.port),
  ]);
});
afterAll(async () => {
  await speaker?.end();
  await proxy?.close();
  await bare?.close();
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

  describe('where the page forbids everything', () => {
    let watched: WatchedPage;

    beforeAll(async () => {
      watched = await openWatched(person, bare.timeline);
    });
    afterAll(() => watched.page.close());

    it('sees the bar as anywhere, and joins, and nothing of Perch is stopped', async () => {
      const { page, stopped } = watched;
      const here = await pictureOfBar(page, TITLE);
      const free = await person.open(bare.free);
      expect(unlikeness(here, await pictureOfBar(free, TITLE))).toBeLessThan(0.01);
      await free.close();
      await page.bringToFront();
      await joinFromBar(person, page, TITLE);
      await untilShown(page, PLAYER);
      expect(await stopped()).toEqual([]);
      await page.evaluate(() => void (new Image().src = 'data:image/png;base64,'));
      await until('the page to be stopped itself', async () => (await stopped()).length === 1);
      await leaveEverything(person);
    });

    it('has a session that no script in the page gets to read', async () => {
      const [token] = await tokensOf(person);
      const found = JSON.stringify(await runAsContentScript(person, watched.page, reachSecrets));
      expect(token).toMatch(/^sps_/);
      expect(found).not.toContain(token);
      expect(found).toContain('"session":null');
      expect(found).toContain('"databases":[]');
    });
  });

  describe('whose server is elsewhere', () => {
    let options: Screen;

    beforeAll(async () => {
      sites.proxySpaces(house.server.url);
      options = await person.openOwn('options.html');
    });
    afterAll(() => options.close());

    it.each([
      ['this computer by http and ws', 'arrived', () => house.server.url.replace('127.0.0.1', 'localhost')],
      ['this computer by its number', 'arrived', () => house.server.url],
      ['any server by https and wss', 'arrived', () => SPACES_URL],
      ['no other one by http and ws', 'stopped by connect-src', () => `http://${SPACES_HOST}`],
    ])('reaches %s', async (_, end, origin) => {
      expect(await tryFrom(options, `${origin()}/healthz`)).toBe(end);
      expect(await tryFrom(options, `${origin().replace('http', 'ws')}/v1/stream`)).toBe(end);
    });

    it('reads plainly that http is for this computer alone', async () => {
      await saveServer(options, `http://${SPACES_HOST}`);
      await untilText(options, /^Perch cannot use this address\. .*Plain http works only for this computer/);
    });

    it('is at home there by https, and sees who is live', async () => {
      await saveServer(options, SPACES_URL);
      await untilShown(options, SAVED);
      const page = await person.open(bare.free);
      await untilUsable(await person.openPopup(page), rowOf(TITLE));
      await person.closePopup();
      await page.close();
      await saveServer(options, house.server.url);
      await untilShown(options, SAVED);
    });
  });

  // In Chromium, whose prompt no test answers, site-access.test.ts shows as much.
  it.runIf(browser === 'firefox')('adds a Mastodon server from its page, and takes it back', async () => {
    const { host, home, anchor } = SITES.mastodon;
    const doors = doorsOf(person, [host]);
    const page = await person.open(home);
    await click(await person.openPopup(page), offerOf(host));
    await doors.untilAsked();
    await doors.answer(true);
    await untilBar(page, anchor);
    await person.closePopup();
    const options = await person.openOwn('options.html');
    await click(options, removeOf(host));
    await untilTraceless(page);
    await options.close();
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

    it('reads there which name alone is kept from Perch, and has it back likewise', async () => {
      await doors.close(['twitter.com']);
      // Chromium's last prompt still stands over the page before.
      const options = await person.openOwn('options.html');
      await untilText(options, ONE_REFUSED);
      await untilBack();
      await click(options, ALLOW);
      await doors.untilAsked();
      await doors.answer(true);
      await untilGone(options, { role: 'StaticText', name: ONE_REFUSED });
      await options.close();
    });
  });
});
