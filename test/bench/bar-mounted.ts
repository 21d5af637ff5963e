import type { Browser } from 'puppeteer-core';
import type { SiteAddress } from '../support/sites/hosts.ts';
import { slowest } from './delays.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { KNOWN, onTimelines } from './timelines.ts';

const ROUNDS = 15;
const WARM_UPS = 1;
const LIMIT_MS = 100;

/** Runs in the page before all else: keeps how long after its anchor the bar was painted, in ms. */
function watchForBar(selector: string): void {
  const state = globalThis as typeof globalThis & { barDelay: Promise<number> };
  let anchorAt = 0;
  state.barDelay = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!anchorAt && document.querySelector(selector)) anchorAt = performance.now();
      const bar = document.querySelector('perch-bar');
      if (!anchorAt || !bar) return;
      observer.disconnect();
      // The bar comes in a frame; what is posted now is heard when that frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(bar.clientHeight > 0 ? performance.now() - anchorAt : Infinity);
      port2.postMessage(null);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

async function mountOnce(browser: Browser, { home, anchor }: SiteAddress): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchForBar, anchor);
  await page.goto(home);
  const delay = (await page.evaluate('barDelay')) as number;
  await page.close();
  return Math.round(delay);
}

/** From the first appearance of a timeline's anchor to the painted bar. */
export const barMounted: Row = {
  name: 'bar-mounted',
  async run() {
    const delays = await onTimelines(async ({ perch }) => {
      const seen: number[] = [];
      for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
        for (const [name, site] of Object.entries(KNOWN)) {
          const delay = await mountOnce(perch, site);
          say(`bar-mounted ${name} ${round}/${ROUNDS}: ${delay} ms`);
          if (round >= WARM_UPS) seen.push(delay);
        }
      }
      return seen;
    });
    return slowest(delays, LIMIT_MS);
  },
};
