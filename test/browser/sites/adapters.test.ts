import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { identityKey } from '#shared/schema/identity.ts';
import { ROOT } from '../../../server/demo/child.ts';
import { click, find, untilGone, untilShown, untilUsable } from '../../support/accessible.ts';
import { launchProfile, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { showIdentity } from '../../support/identities.ts';
import { BAR, cardOf } from '../../support/perch.ts';
import { barIn, untilBar, untilNoBar, visit, type Visit } from '../../support/site-visit.ts';
import { ANA, skyHandle } from '../../support/sites/content.ts';
import {
  MASTODON_DOMAIN,
  MASTODON_HOST,
  OWN_HOSTS,
  type SiteName,
  SITES,
} from '../../support/sites/hosts.ts';
import { openSites, type Sites } from '../../support/sites/serve.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';
import { until } from '../../support/until.ts';

const TITLE = 'Talking above five timelines';
const NAMES: readonly SiteName[] = ['x', 'bluesky', 'elk', 'phanpy'];
/** Kept so that a person can look at them. */
const PICTURES = join(ROOT, '.output/site-pictures');
/** What the harness itself speaks to. */
const OURS = new Set(['localhost', '127.0.0.1']);

let house: House;
let sites: Sites;
let speaker: Speaker;
let profile: Profile;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  [house, sites] = await Promise.all([openHouse(), openSites(inject('sitesPath'))]);
  speaker = await startSpeaker(house.server.url, TITLE, ANA.name, (token) => {
    showIdentity(house.server, token, {
      network: 'mastodon',
      handle: `@ana@${MASTODON_DOMAIN}`,
      keys: [
        identityKey('ap', `ana@${MASTODON_DOMAIN}`),
        // Elk and Phanpy know people by the server that the reader uses, wherever its domain is.
        identityKey('ap', `https://${MASTODON_HOST}/@ana`),
      ],
    });
    showIdentity(house.server, token, {
      network: 'bluesky',
      handle: `@${skyHandle(ANA)}`,
      keys: [identityKey('at', skyHandle(ANA)), identityKey('at', ANA.did)],
    });
    showIdentity(house.server, token, { network: 'x', handle: '@ana', keys: [identityKey('x', 'ana')] });
  });
  sites.link(`http://localhost:${house.server.port}/s/${speaker.spaceId}`);
  profile = await launchProfile({ flags: sites.flags });
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await sites?.close();
  await house?.close();
});

/** Posts with a native card of the link that is put away: how many cards of ours they have, and how many of the page's are seen. */
function postsWithCards(page: Page): Promise<{ cards: number; seen: number }[]> {
  return page.evaluate(() => {
    const seen = new Map<Element, { cards: number; seen: number }>();
    for (const native of document.querySelectorAll('[data-perch-hidden]')) {
      if (!native.parentElement!.checkVisibility()) continue;
      let post: Element = native;
      while (!post.querySelector('perch-card')) post = post.parentElement!;
      seen.set(post, {
        cards: post.querySelectorAll('perch-card').length,
        seen: native.checkVisibility() ? 1 : 0,
      });
    }
    return [...seen.values()];
  });
}

describe.each(NAMES)('%s', (name) => {
  const { anchor: given, ...site } = SITES[name];
  // Each feed tab of Bluesky has a list of its own.
  const anchor = given.replace('="followingFeedPage', '$="FeedPage');
  let here: Visit;
  let page: Page;

  const act = (deed: string, ...args: unknown[]) =>
    page.evaluate(
      (verb, values) => (Reflect.get(window.fixture, verb) as (...all: unknown[]) => unknown)(...values),
      deed,
      args,
    );
  const count = (selector: string) =>
    page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
  const untilSome = (selector: string) => until(selector, async () => (await count(selector)) > 0);
  const scrollTo = (top: number) =>
    page.evaluate((to) => {
      const home = document.querySelector('#home-page');
      (home && home.scrollHeight > home.clientHeight ? home : window).scrollTo({ top: to });
    }, top);
  const nextFrames = () =>
    page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));

  beforeEach(async () => {
    here = await visit(profile, site);
    ({ page } = here);
    await untilBar(page, anchor);
  });
  afterEach(async () => {
    const { complaints, hosts } = here;
    await page.close();
    expect(complaints).toEqual([]);
    expect([...hosts].filter((host) => !OWN_HOSTS.has(host) && !OURS.has(host))).toEqual([]);
  });

  it('has the bar above its home timeline, once, 76 px high', async () => {
    await untilUsable(page, cardOf(TITLE));
    expect(await barIn(page, anchor)).toEqual({ count: 1, isPlaced: true, height: 76 });
  });

  it('has no bar on other pages, and one again on the way back', async () => {
    for (const place of ['notifications', 'profile'] as const) {
      await act('go', place);
      await untilNoBar(page);
      await page.goBack();
      await untilBar(page, anchor);
    }
    await page.goForward();
    await untilNoBar(page);
    await act('go', 'home');
    await untilBar(page, anchor);
  });

  it('keeps the bar through feed tabs and dialogs', async () => {
    const tabs = await page.evaluate(() => window.fixture.tabs);
    for (let tab = 1; tab <= tabs; tab += 1) {
      await act('tab', tab % tabs);
      await nextFrames();
      await untilBar(page, anchor);
    }
    await act('openModal');
    await nextFrames();
    expect(await count('perch-bar')).toBe(1);
    await act('closeModal');
    await untilBar(page, anchor);
  });

  it.each(['replaceColumn', 'remount', 'rewrite'])('brings the bar back after %s', async (deed) => {
    await act(deed);
    await untilBar(page, anchor);
    await untilUsable(page, cardOf(TITLE));
    expect(await count('perch-bar')).toBe(1);
  });

  // Elk draws its skeletons where the posts will be, and Bluesky keeps its feed tabs: the bar has a place by them.
  it.skipIf(name === 'elk' || name === 'bluesky')(
    'takes the bar away with its timeline and brings it back',
    async () => {
      await act('hideTimeline');
      await untilNoBar(page);
      await act('showTimeline');
      await untilBar(page, anchor);
    },
  );

  it('keeps the bar right above the first post when new ones come', async () => {
    await act('prepend', 3);
    await nextFrames();
    await untilBar(page, anchor);
  });

  it('wears the colours of every theme, readably', async () => {
    await untilUsable(page, cardOf(TITLE));
    for (const theme of site.themes) {
      await act('theme', theme);
      await nextFrames();
      await untilBar(page, anchor);
      await untilSome('[data-perch-live]');
      await untilSome('perch-card');
      await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) as `${string}.png` });
    }
  });

  it('rings the avatars of who is live, and opens the preview beside the one that is pressed', async () => {
    await untilSome('[data-perch-live]');
    const authors = await page.evaluate(() => document.querySelectorAll('[data-perch-live]').length);
    expect(authors).toBeGreaterThan(0);
    const avatar = await page.$('[data-perch-live]');
    await avatar!.click();
    await untilShown(page, { role: 'dialog', name: TITLE });
    expect(await page.evaluate(() => window.fixture.opened)).toEqual([]);
    await page.keyboard.press('Escape');
    await untilGone(page, { role: 'dialog', name: TITLE });
    await untilBar(page, anchor);
  });

  it('shows a card in the post that links to a Space, in place of its own', async () => {
    await untilSome('perch-card');
    const listen = { role: 'button', name: 'Start listening' };
    await untilUsable(page, listen);
    await until('its own card to be away', async () => (await count('[data-perch-hidden]')) > 0);
    const posts = await postsWithCards(page);
    expect(posts).toEqual(posts.map(() => ({ cards: 1, seen: 0 })));
  });

  it('brings rings and cards back after 500 posts have scrolled by', async () => {
    await untilSome('perch-card');
    await untilSome('[data-perch-live]');
    for (let top = 0; top < 60_000; top += 3_000) {
      await scrollTo(top);
      await nextFrames();
    }
    await scrollTo(0);
    await untilBar(page, anchor);
    await untilSome('perch-card');
    await untilSome('[data-perch-live]');
  });

  it('gives its keys and clicks to nobody but the bar, and leaves the page its own', async () => {
    await click(page, cardOf(TITLE));
    await untilShown(page, { role: 'dialog', name: TITLE });
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.fixture.leaks)).toEqual([]);
    expect(await page.evaluate(() => window.fixture.opened)).toEqual([]);
    expect(await page.evaluate(() => window.fixture.keys)).toEqual([]);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of ['j', 'k', 'n'] as const) await page.keyboard.press(key);
    expect(await page.evaluate(() => window.fixture.keys)).toEqual(['j', 'k', 'n']);
  });

  it('leaves nothing of ours behind but one bar, one card and attributes of its own', async () => {
    await untilSome('perch-card');
    await untilSome('[data-perch-live]');
    const ours = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('*')];
      return {
        elements: [...new Set(elements.map(({ localName }) => localName))]
          .filter((one) => one.startsWith('perch-'))
          .toSorted(),
        attributes: [
          ...new Set(
            elements.flatMap((one) => one.getAttributeNames().filter((attribute) => /perch/.test(attribute))),
          ),
        ].toSorted(),
        globals: Object.keys(window).filter((key) => /perch/i.test(key)),
      };
    });
    expect(ours).toEqual({
      elements: ['perch-bar', 'perch-card'],
      attributes: ['data-perch-hidden', 'data-perch-live'],
      globals: [],
    });
  });

  it('can be asked for its bar by assistive technology', async () => {
    await untilShown(page, BAR);
    expect(await find(page, cardOf(TITLE))).not.toBeNull();
  });
});
