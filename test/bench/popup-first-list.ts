import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { startSpeaker } from '../support/speaker.ts';
import { slowest } from './delays.ts';
import type { Figure, Row } from './row.ts';
import { say } from './say.ts';
import { median } from './statistics.ts';

const ROUNDS = 30;
const WARM_UPS = 3;
const LIMIT_MS = 100;
const OUTPUT = '.output/bench-list';
const TITLE = 'The first list';
/** A file of the extension with nothing to run in it: no popup can be there sooner. */
const BARE_PAGE = 'icon/idle-16.png';

/** Runs in the page before all else: keeps when something was painted, ms since the page began to open. */
function watchForPaint(selector: string): void {
  const state = globalThis as typeof globalThis & { paintedAt: Promise<number> };
  state.paintedAt = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      // It is drawn in the next frame; what is posted there is heard when that frame has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('DOMContentLoaded', look);
  });
}

/** How long after it began to open a page of the extension had painted the first such element, in ms. */
async function openOnce(profile: Profile, file: string, selector: string): Promise<number> {
  const page: Page = await profile.browser.newPage();
  await page.evaluateOnNewDocument(watchForPaint, selector);
  await page.goto(profile.address(file));
  const at = (await page.evaluate('paintedAt')) as number;
  await page.close();
  return Math.round(at);
}

async function measure(profile: Profile): Promise<Figure> {
  const [list, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
    const bareAt = await openOnce(profile, BARE_PAGE, 'body');
    const listAt = await openOnce(profile, 'popup.html', 'ul li');
    say(`popup-first-list ${round}/${ROUNDS}: ${listAt} ms, empty page ${bareAt} ms`);
    if (round < WARM_UPS) continue;
    list.push(listAt);
    bare.push(bareAt);
  }
  const figure = slowest(list, LIMIT_MS);
  const ratio = median(list.map((at, round) => at / bare[round]!)).toFixed(2);
  const beside = `a page with nothing in it p50 ${median(bare)} ms, of which this is x${ratio}`;
  return { ...figure, against: `${figure.against}; ${beside}` };
}

/** From the opening of the popup to its painted list of Spaces, while the background has that list. */
export const popupFirstList: Row = {
  name: 'popup-first-list',
  async run() {
    const browserPath = await findBrowser(say);
    const port = await freePort();
    const extensionPath = await buildExtension(port, OUTPUT);
    const server = await startServer({ port });
    const speaker = await startSpeaker(server.url, TITLE);
    const profile = await launchProfile({ browserPath, extensionPath });
    try {
      return await measure(profile);
    } finally {
      await profile.close();
      await speaker.end();
      await server.stop();
    }
  },
};
