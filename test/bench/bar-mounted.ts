import type { Browser } from 'puppeteer-core';
import type { SiteAddress } from '../support/sites/hosts.ts';
import { slowest } from './delays.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { percentile } from './statistics.ts';
import { type Course, KNOWN, onTimelines } from './timelines.ts';

const ROUNDS = 15;
const WARM_UPS = 1;
const LIMIT_MS = 100;

/**
 * Runs in the page before all else: keeps how long after its anchor the bar was painted, in ms. With `standsIn` it puts up
 * an empty bar itself, in the first frame after the anchor: nobody can be faster in that page.
 */
function watchForBar(selector: string, standsIn: boolean): void {
  const state = globalThis as typeof globalThis & { barDelay: Promise<number> };
  let anchorAt = 0;
  function standIn(anchor: Element): void {
    const bar = document.createElement('perch-bar');
    bar.style.display = 'block';
    bar.style.height = '76px';
    anchor.before(bar);
  }
  state.barDelay = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const anchor = anchorAt ? null : document.querySelector(selector);
      if (anchor) {
        anchorAt = performance.now();
        if (standsIn) requestAnimationFrame(() => standIn(document.querySelector(selector) ?? anchor));
      }
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

async function mountOnce(browser: Browser, { home, anchor }: SiteAddress, standsIn = false): Promise<number> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchForBar, anchor, standsIn);
  await page.goto(home);
  const delay = (await page.evaluate('barDelay')) as number;
  await page.close();
  return Math.round(delay);
}

interface Delays {
  perch: number[];
  soonest: number[];
}

async function measure({ perch, bare }: Course): Promise<Delays> {
  const seen: Delays = { perch: [], soonest: [] };
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    for (const [name, site] of Object.entries(KNOWN)) {
      const soonest = await mountOnce(bare, site, true);
      const delay = await mountOnce(perch, site);
      say(`bar-mounted ${name} ${round}/${ROUNDS}: ${delay} ms, soonest ${soonest} ms`);
      if (round < WARM_UPS) continue;
      seen.perch.push(delay);
      seen.soonest.push(soonest);
    }
  }
  return seen;
}

/** From the first appearance of a timeline's anchor to the painted bar. */
export const barMounted: Row = {
  name: 'bar-mounted',
  async run() {
    const { perch, soonest } = await onTimelines(measure);
    const figure = slowest(perch, LIMIT_MS);
    const soon = `p50 ${percentile(soonest, 0.5)} ms, p95 ${percentile(soonest, 0.95)} ms`;
    return { ...figure, against: `${figure.against}; an empty bar by the page itself ${soon}` };
  },
};
