import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AA, contrast, parseColour } from '#shared/ui/colour.ts';
import { ROOT } from '../../../server/demo/child.ts';
import { click, find, untilShown, untilUsable } from '../../support/accessible.ts';
import { BAR, cardOf } from '../../support/perch.ts';
import { barIn, coloursOf, untilBar, untilNoBar, visit, type Visit } from '../../support/site-visit.ts';
import { type SiteName, SITES } from '../../support/sites/hosts.ts';
import {
  act,
  anchorOf,
  count,
  nextFrames,
  openTimelines,
  strangersAmong,
  type Timelines,
  TITLE,
  untilSome,
} from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

/** Kept so that a person can look at them. */
const PICTURES = join(ROOT, '.output/site-pictures');

/** What the bar promises on each timeline: the files that call this share them out. */
export function barCases(names: readonly SiteName[]): void {
  let timelines: Timelines;
  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    timelines = await openTimelines();
  });
  afterAll(() => timelines?.close());

  describe.each(names)('the bar on %s', (name) => {
    const site = SITES[name];
    const anchor = anchorOf(name);
    let here: Visit;
    let page: Page;

    beforeEach(async () => {
      here = await visit(timelines.profile, site);
      ({ page } = here);
      await untilBar(page, anchor);
    });
    afterEach(async () => {
      const { complaints, hosts } = here;
      await page.close();
      expect(complaints).toEqual([]);
      expect(strangersAmong(hosts)).toEqual([]);
    });

    it('stands above the home timeline, once, 76 px high', async () => {
      await untilUsable(page, cardOf(TITLE));
      expect(await barIn(page, anchor)).toEqual({ count: 1, isPlaced: true, height: 76 });
      await untilShown(page, BAR);
      expect(await find(page, cardOf(TITLE))).not.toBeNull();
    });

    // A deck keeps its Home column beside whatever else is shown.
    it.skipIf(name === 'deck')('is not on other pages, and there again on the way back', async () => {
      for (const place of ['notifications', 'profile'] as const) {
        await act(page, 'go', place);
        await untilNoBar(page);
        await page.goBack();
        await untilBar(page, anchor);
      }
      await page.goForward();
      await untilNoBar(page);
      await act(page, 'go', 'home');
      await untilBar(page, anchor);
    });

    it.runIf(name === 'deck')('stays in the Home column of a deck, whatever stands beside it', async () => {
      for (const place of ['notifications', 'profile'] as const) {
        await act(page, 'go', place);
        await nextFrames(page);
        await untilBar(page, anchor);
        expect(await count(page, 'perch-bar')).toBe(1);
      }
    });

    it('stays through feed tabs and dialogs', async () => {
      const tabs = await page.evaluate(() => window.fixture.tabs);
      for (let tab = 1; tab <= tabs; tab += 1) {
        await act(page, 'tab', tab % tabs);
        await nextFrames(page);
        await untilBar(page, anchor);
      }
      await act(page, 'openModal');
      await nextFrames(page);
      expect(await count(page, 'perch-bar')).toBe(1);
      await act(page, 'closeModal');
      await untilBar(page, anchor);
    });

    it.each(['replaceColumn', 'remount', 'rewrite'])('comes back after %s', async (deed) => {
      await act(page, deed);
      await untilBar(page, anchor);
      await untilUsable(page, cardOf(TITLE));
      expect(await count(page, 'perch-bar')).toBe(1);
    });

    // Elk draws its skeletons where the posts will be, Bluesky keeps its feed tabs and a deck its column: the bar has a place by them.
    it.skipIf(name === 'elk' || name === 'bluesky' || name === 'deck')(
      'goes and comes with the timeline',
      async () => {
        await act(page, 'hideTimeline');
        await untilNoBar(page);
        await act(page, 'showTimeline');
        await untilBar(page, anchor);
      },
    );

    it('stays right above the first post when new ones come', async () => {
      await act(page, 'prepend', 3);
      await nextFrames(page);
      await untilBar(page, anchor);
    });

    it('wears the colours of every theme, readably', async () => {
      await untilUsable(page, cardOf(TITLE));
      for (const theme of site.themes) {
        await act(page, 'theme', theme);
        await until(`the bar to wear ${theme}`, async () => {
          const seen = await Promise.all([coloursOf(page), coloursOf(page, { role: 'region', name: TITLE })]);
          return seen.every(({ bar, page: behind }) => bar === behind);
        });
        const { bar, text } = await coloursOf(page);
        expect(contrast(parseColour(text)!, parseColour(bar)!)).toBeGreaterThanOrEqual(AA);
        await untilSome(page, '[data-perch-live]');
        await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) as `${string}.png` });
      }
    });

    it('gives its keys and clicks to nobody else, and leaves the page its own', async () => {
      await click(page, cardOf(TITLE));
      await untilShown(page, { role: 'dialog', name: TITLE });
      for (const key of ['j', 'n', 'Escape'] as const) await page.keyboard.press(key);
      const heard = await page.evaluate(({ fixture } = window) => [
        fixture.leaks,
        fixture.opened,
        fixture.keys,
      ]);
      expect(heard).toEqual([[], [], []]);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (const key of ['j', 'k', 'n'] as const) await page.keyboard.press(key);
      expect(await page.evaluate(() => window.fixture.keys)).toEqual(['j', 'k', 'n']);
    });
  });
}
