import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { MixPanel } from '../support/mix-panel.ts';
import { joinFromPopup } from '../support/perch.ts';
import { startServer } from '../support/server.ts';
import { Talker } from '../support/talker.ts';
import { until } from '../support/until.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { interval90, median } from './statistics.ts';

const ON_STAGE = 13;
const PAIRS = 12;
const WINDOW_MS = 5_000;
/** What was begun or ended for the last window is through by then. */
const SETTLE_MS = 1_500;
const GOAL = 2;
const OUTPUT = '.output/bench-levels';
const TITLE = 'Levels';
const NO_HURRY = {
  guestsPerMinute: 100_000,
  joinsPerMinute: 100_000,
  gatePerMinute: 100_000,
  verbsPerMinute: 100_000,
  requestEveryMs: 0,
};

/** Processor time of all of the browser's processes so far, in seconds: also of those that decode and play. */
async function processorSeconds(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** How much of a core the browser takes while levels are watched, or are not; in percent. */
async function loadOf(browser: CDPSession, panel: MixPanel, isWatched: boolean): Promise<number> {
  await panel.watchLevels(isWatched);
  await sleep(SETTLE_MS);
  const [before, at] = [await processorSeconds(browser), performance.now()];
  await sleep(WINDOW_MS);
  const [after, until] = [await processorSeconds(browser), performance.now()];
  return ((after - before) / ((until - at) / 1_000)) * 100;
}

async function measurePairs(profile: Profile, panel: MixPanel): Promise<{ watched: number; bare: number }[]> {
  const browser = await profile.browser.target().createCDPSession();
  const pairs: { watched: number; bare: number }[] = [];
  for (let index = 0; index < PAIRS; index += 1) {
    const first = index % 2 === 0 ? await loadOf(browser, panel, true) : null;
    const bare = await loadOf(browser, panel, false);
    const watched = first ?? (await loadOf(browser, panel, true));
    pairs.push({ watched, bare });
    say(`levels-cost ${index + 1}/${PAIRS}: ${watched.toFixed(1)} %, unwatched ${bare.toFixed(1)} %`);
  }
  return pairs;
}

/** Everybody on stage speaks at once, and levels reach a view as they would; levelling is off, so that else nothing measures. */
async function onFullStage<T>(act: (profile: Profile, panel: MixPanel) => Promise<T>): Promise<T> {
  const browserPath = await findBrowser(say);
  const port = await freePort();
  const extensionPath = await buildExtension(port, OUTPUT);
  const server = await startServer({ port, limits: NO_HURRY });
  const talkers: Talker[] = [];
  const profile = await launchProfile({ browserPath, extensionPath });
  try {
    const host = await Talker.arrive(server.url, 'Host');
    talkers.push(host);
    const spaceId = await host.host(TITLE);
    // One at a time: a crowd at the door is slow on a busy machine, and finds connections closed that it left idle meanwhile.
    while (talkers.length < ON_STAGE) {
      const talker = await Talker.arrive(server.url, `Guest ${talkers.length}`);
      talkers.push(talker);
      await talker.comeUp(spaceId);
    }
    const { popup } = await joinFromPopup(profile, await profile.open('about:blank'), TITLE);
    await popup.close();
    const panel = new MixPanel(await profile.open(profile.address('options.html')));
    await panel.mix({});
    await panel.watchLevels(true);
    await until('the level of everybody', async () => (await panel.levelsTold()) === ON_STAGE);
    return await act(profile, panel);
  } finally {
    await profile.close();
    await Promise.all(talkers.map((talker) => talker.hangUp()));
    await server.stop();
  }
}

/** What levels at 10 a second cost with a full stage: of one core, all processes of the browser together. */
export const levelsCost: Row = {
  name: 'levels-cost',
  async run() {
    const pairs = await onFullStage(measurePairs);
    const costs = pairs.map(({ watched, bare }) => watched - bare);
    const cost = median(costs);
    const [low, high] = interval90(costs);
    const bare = median(pairs.map((pair) => pair.bare));
    return {
      value: Math.round(cost * 100) / 100,
      unit: '% of a core',
      against: `the same without levels, ${bare.toFixed(1)} %; 90 % of the median ${low.toFixed(2)} to ${high.toFixed(2)}`,
      ratio: median(pairs.map(({ watched, bare: without }) => watched / without)),
      goal: `<= ${GOAL} %`,
      holds: cost <= GOAL,
    };
  },
};
