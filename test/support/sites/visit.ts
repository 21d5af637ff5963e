import type { Browser, Page } from 'puppeteer-core';
import { OWN_HOSTS, type SiteAddress } from './hosts.ts';
import './window-fixture.ts';

/** Longer than the slowest page takes for one. */
const FRAME_PATIENCE_MS = 5_000;

/** A page of a fixture site, and what went wrong in it so far. */
export interface Visit {
  page: Page;
  /** Errors on its console and uncaught ones. */
  complaints: string[];
  /** Addresses asked for that are none of the fixture sites'. */
  strangers: string[];
}

/** Watches a page that is about to open a fixture site. */
export function watchPage(page: Page): Visit {
  const visit: Visit = { page, complaints: [], strangers: [] };
  page.on('console', (message) => {
    if (message.type() === 'error')
      visit.complaints.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => visit.complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOutside = url.protocol === 'http:' || url.protocol === 'https:';
    if (isOutside && !OWN_HOSTS.has(url.hostname)) visit.strangers.push(request.url());
  });
  return visit;
}

/** The home of a site with `query`: `empty`, `posts=N`, `theme=NAME`, or on X `recycle`. */
export function homeOf({ home }: SiteAddress, query = ''): string {
  return query === '' ? home : `${home}?${query}`;
}

/** Opens the home of a site and waits for its first posts. */
export async function visitHome(browser: Browser, site: SiteAddress, query = ''): Promise<Visit> {
  const visit = watchPage(await browser.newPage());
  await visit.page.goto(homeOf(site, query));
  await visit.page.waitForSelector(site.post);
  return visit;
}

/** Scrolls whatever scrolls there as far as it goes, frame by frame, and answers how many frames that took. */
export async function scrollThrough(page: Page, stepPx = 1_200): Promise<number> {
  for (let frames = 0; ; await wake(page)) {
    const run = await scrollByFrames(page, stepPx);
    frames += run.frames;
    if (run.isAtEnd) return frames;
  }
}

/** Chromium 156 without a head, on a busy machine, now and then gives a page that is scrolled no more frames until it was hidden and shown again. */
async function wake(page: Page): Promise<void> {
  const other = await page.browser().newPage();
  await page.bringToFront();
  await other.close();
}

/** As far as it goes, or as there are frames. */
function scrollByFrames(page: Page, stepPx: number): Promise<{ frames: number; isAtEnd: boolean }> {
  return page.evaluate(
    async (step, patience) => {
      const scroller = () =>
        document.querySelector('.layout-multiple-columns .scrollable, #home-page') ??
        document.documentElement;
      const nextFrame = () =>
        new Promise<boolean>((resolve) => {
          const giveUp = setTimeout(() => resolve(false), patience);
          requestAnimationFrame(() => {
            clearTimeout(giveUp);
            resolve(true);
          });
        });
      const PATIENCE_FRAMES = 8;
      let frames = 0;
      for (let still = 0; still < PATIENCE_FRAMES; frames += 1) {
        const before = scroller().scrollTop;
        scroller().scrollBy({ top: step, behavior: 'instant' });
        if (!(await nextFrame())) return { frames, isAtEnd: false };
        still = scroller().scrollTop === before ? still + 1 : 0;
      }
      return { frames, isAtEnd: true };
    },
    stepPx,
    FRAME_PATIENCE_MS,
  );
}

export function scrollToTop(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const inner = document.querySelector('.layout-multiple-columns .scrollable, #home-page');
    (inner ?? document.documentElement).scrollTo({ top: 0, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
  });
}
