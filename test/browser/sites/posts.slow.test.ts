import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilGone, untilShown, untilUsable } from '../../support/accessible.ts';
import { untilBar, visit, type Visit } from '../../support/site-visit.ts';
import { SITES } from '../../support/sites/hosts.ts';
import {
  ALL,
  anchorOf,
  count,
  nextFrames,
  openTimelines,
  scrollTo,
  strangersAmong,
  type Timelines,
  TITLE,
  untilSome,
} from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

const RING = '[data-perch-live]';
const PREVIEW = { role: 'dialog', name: TITLE };
const LISTEN = { role: 'button', name: 'Start listening' };

let timelines: Timelines;

beforeAll(async () => {
  timelines = await openTimelines();
});
afterAll(() => timelines?.close());

/** Posts with a native card of the link that is put away: how many cards of ours they have, and how many of the page's are seen. */
function postsWithCards(page: Page): Promise<{ cards: number; seen: number }[]> {
  return page.evaluate(() => {
    const posts = new Map<Element, { cards: number; seen: number }>();
    for (const native of document.querySelectorAll('[data-perch-hidden]')) {
      let post: Element = native;
      while (!post.querySelector('perch-card')) post = post.parentElement!;
      const cards = post.querySelectorAll('perch-card').length;
      posts.set(post, { cards, seen: native.checkVisibility() ? 1 : 0 });
    }
    return [...posts.values()];
  });
}

describe.each(ALL)('posts on %s', (name) => {
  let here: Visit;
  let page: Page;

  beforeEach(async () => {
    here = await visit(timelines.profile, SITES[name]);
    ({ page } = here);
    await untilSome(page, RING);
    await untilSome(page, 'perch-card');
  });
  afterEach(async () => {
    const { complaints, hosts } = here;
    await page.close();
    expect(complaints).toEqual([]);
    expect(strangersAmong(hosts)).toEqual([]);
  });

  it('ring who is live, and open the preview beside the avatar that is pressed', async () => {
    const lopsided = await page.$$eval(
      RING,
      (avatars) =>
        avatars.filter(({ clientWidth, clientHeight }) => Math.abs(clientWidth - clientHeight) > 8).length,
    );
    expect(lopsided).toBe(0);
    // Rows come and go while a page settles: the first ring that stands.
    await page.locator(RING).click();
    await untilShown(page, PREVIEW);
    await page.keyboard.press('Escape');
    await untilGone(page, PREVIEW);
    expect(await page.evaluate(() => window.fixture.opened)).toEqual([]);
    await untilBar(page, anchorOf(name));
  });

  it('have a card where they link to a Space, in place of the own one of the site', async () => {
    await untilUsable(page, LISTEN);
    await until('its own card to be away', async () => (await count(page, '[data-perch-hidden]')) > 0);
    const posts = await postsWithCards(page);
    expect(posts).toEqual(posts.map(() => ({ cards: 1, seen: 0 })));
  });

  it('have their rings and cards again after 500 of them have scrolled by', async () => {
    for (let top = 0; top < 60_000; top += 3_000) {
      await scrollTo(page, top);
      await nextFrames(page);
    }
    await scrollTo(page, 0);
    await untilBar(page, anchorOf(name));
    await untilSome(page, 'perch-card');
    await untilSome(page, RING);
  });

  it('hold nothing of ours but cards and attributes of our own', async () => {
    const ours = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('*')];
      const isOurs = (text: string) => /perch/i.test(text);
      const all = (texts: string[]) => [...new Set(texts.filter(isOurs))].toSorted();
      return {
        elements: all(elements.map(({ localName }) => localName)),
        attributes: all(elements.flatMap((element) => element.getAttributeNames())),
        globals: all(Object.keys(window)),
      };
    });
    expect(ours).toEqual({
      elements: ['perch-bar', 'perch-card'],
      attributes: ['data-perch-hidden', 'data-perch-live'],
      globals: [],
    });
  });
});
