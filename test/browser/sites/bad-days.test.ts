import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { untilUsable } from '../../support/accessible.ts';
import { cardOf } from '../../support/perch.ts';
import { untilBar, visit, type Visit } from '../../support/site-visit.ts';
import { MANY_LINKS } from '../../support/sites/content.ts';
import { type SiteName, SITES } from '../../support/sites/hosts.ts';
import {
  act,
  anchorOf,
  count,
  FIXED,
  nextFrames,
  openTimelines,
  scrollTo,
  strangersAmong,
  type Timelines,
  TITLE,
  untilSome,
} from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

const MANY_POSTS = 10_000;

let timelines: Timelines;
let here: Visit;
let page: Page;

beforeAll(async () => {
  timelines = await openTimelines();
});
afterAll(() => timelines?.close());
afterEach(async () => {
  const { complaints, hosts } = here;
  await page.close();
  expect(complaints).toEqual([]);
  expect(strangersAmong(hosts)).toEqual([]);
});

const open = async (name: SiteName, path = '') => {
  here = await visit(timelines.profile, SITES[name], SITES[name].home + path);
  ({ page } = here);
};

describe('on bad days', () => {
  it.each(FIXED)('leaves %s alone where the anchor never appears, and looks on', async (name) => {
    await open(name, '?empty');
    await nextFrames(page);
    const isThere = name === 'elk' || name === 'bluesky';
    if (!isThere) expect(await count(page, 'perch-bar')).toBe(0);
    await act(page, 'showTimeline');
    await untilBar(page, anchorOf(name));
  });

  // The two others keep every post mounted, which takes them minutes: see the slow suite.
  it.each(['x', 'elk'] as const)('stands among 10,000 posts on %s', async (name) => {
    await open(name);
    await untilBar(page, anchorOf(name));
    await act(page, 'growTo', MANY_POSTS);
    await untilSome(page, '[data-perch-live]');
    await act(page, 'prepend', 5);
    await untilBar(page, anchorOf(name));
    await untilUsable(page, cardOf(TITLE));
  });

  it.each(FIXED)('puts one card into a post of 50 links on %s', async (name) => {
    await open(name);
    const holdsManyCards = () =>
      page.evaluate((links) => {
        const posts = [...document.querySelectorAll('*')].filter(
          (element) =>
            element.querySelectorAll('a[href]').length >= links &&
            element.matches('article, [id^="status-"], [data-testid^="feedItem-by-"]'),
        );
        const cards = posts.map((post) => post.querySelectorAll('perch-card').length);
        return cards.length > 0 && cards.every((one) => one === 1);
      }, MANY_LINKS);
    let top = 0;
    await until('one card among many links', async () => {
      await scrollTo(page, (top += 200));
      await nextFrames(page);
      return holdsManyCards();
    });
  });
});
