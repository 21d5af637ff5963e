import type { Browser, CDPSession } from 'puppeteer-core';
import type { SiteAddress } from '../support/sites/hosts.ts';
import { scrollThrough } from '../support/sites/visit.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { interval90, median } from './statistics.ts';
import { KNOWN, onTimelines, settle } from './timelines.ts';

/** For each timeline; the two sides take turns in going first. */
const PAIRS = 12;
const STEP_PX = 400;
const MAIN_THREAD_GOAL = 1.01;
const HEAP_LIMIT_MB = 2;
const MB = 1_000_000;

/** What 500 posts that scroll by cost one page. */
interface Cost {
  /** Processor time of the main thread, so that other programs on the machine count less. */
  taskMs: number;
  /** JavaScript's heap of the page and all scripts in it, after collection. */
  heapMb: number;
}

interface Pair {
  site: string;
  perch: Cost;
  bare: Cost;
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)!.value;
}

async function costOf(browser: Browser, site: SiteAddress, hasPerch: boolean): Promise<Cost> {
  const page = await settle(browser, site, hasPerch);
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metric(session, 'TaskDuration');
  await scrollThrough(page, STEP_PX);
  const taskMs = ((await metric(session, 'TaskDuration')) - before) * 1_000;
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const heapMb = (await metric(session, 'JSHeapUsedSize')) / MB;
  await page.close();
  return { taskMs, heapMb };
}

async function measurePairs(): Promise<Pair[]> {
  return onTimelines(async ({ perch, bare }) => {
    const pairs: Pair[] = [];
    for (let index = 0; index < PAIRS; index += 1) {
      for (const [name, site] of Object.entries(KNOWN)) {
        const first = index % 2 === 0 ? await costOf(perch, site, true) : null;
        const without = await costOf(bare, site, false);
        const withPerch = first ?? (await costOf(perch, site, true));
        pairs.push({ site: name, perch: withPerch, bare: without });
        say(
          `page-cost ${name} ${index + 1}/${PAIRS}: ${withPerch.taskMs.toFixed(0)} ms, bare ${without.taskMs.toFixed(0)} ms`,
        );
      }
    }
    return pairs;
  });
}

let measured: Promise<Pair[]> | undefined;
/** Both rows read the same scrolls. */
const pairsOnce = () => (measured ??= measurePairs());

/** The median of what each pair has, by timeline. */
function bySite(pairs: readonly Pair[], of: (pair: Pair) => number): Map<string, number> {
  return new Map(
    Object.keys(KNOWN).map((name) => [name, median(pairs.filter(({ site }) => site === name).map(of))]),
  );
}

const list = (medians: ReadonlyMap<string, number>) =>
  [...medians].map(([site, value]) => `${site} ${value.toFixed(2)}`).join(', ');

/** Time of the main thread while 500 posts scroll by, with Perch against without. */
export const pageMainThread: Row = {
  name: 'page-main-thread',
  async run() {
    const pairs = await pairsOnce();
    const ratios = pairs.map(({ perch, bare }) => perch.taskMs / bare.taskMs);
    const ratio = median(ratios);
    const [low, high] = interval90(ratios);
    const bare = Math.round(median(pairs.map((pair) => pair.bare.taskMs)));
    return {
      value: Math.round(median(pairs.map((pair) => pair.perch.taskMs))),
      unit: 'ms',
      against: `the same scroll without, ${bare} ms; 90 % of the median ratio ${low.toFixed(3)} to ${high.toFixed(3)}; ${list(bySite(pairs, ({ perch, bare: other }) => perch.taskMs / other.taskMs))}`,
      ratio,
      goal: `<= ${MAIN_THREAD_GOAL}`,
      holds: ratio <= MAIN_THREAD_GOAL,
    };
  },
};

/** The heap of the page after 500 posts have scrolled by, with Perch against without. */
export const pageHeap: Row = {
  name: 'page-heap',
  async run() {
    const pairs = await pairsOnce();
    const more = bySite(pairs, ({ perch, bare }) => perch.heapMb - bare.heapMb);
    const most = Math.max(...more.values());
    const bare = median(pairs.map((pair) => pair.bare.heapMb));
    return {
      value: Math.round(most * 100) / 100,
      unit: 'MB more',
      against: `the same page without, ${bare.toFixed(1)} MB; more by ${list(more)}`,
      ratio: median(pairs.map(({ perch, bare: other }) => perch.heapMb / other.heapMb)),
      goal: `<= ${HEAP_LIMIT_MB} MB`,
      holds: most <= HEAP_LIMIT_MB,
    };
  },
};
