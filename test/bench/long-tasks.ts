import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type SiteAddress } from '../support/sites/hosts.ts';
import { scrollThrough } from '../support/sites/visit.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { KNOWN, onTimelines } from './timelines.ts';

const ROUNDS = 5;
const STEP_PX = 400;
const LONG_US = 50_000;
/** Less of us in a task is a drop in a full glass. */
const OWN_PART_US = 10_000;
const TASK = 'ThreadControllerImpl::RunTask';
/** The content scripts; the worker and the popup have threads of their own. */
const OURS = /^chrome-extension:\/\/[^/]+\/(?:timeline|site-[a-z]+)\.js$/;

const TraceSchema = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      ts: v.number(),
      dur: v.optional(v.number(), 0),
      /** Of the processor, where the system tells it. */
      tdur: v.optional(v.number()),
      args: v.optional(v.object({ data: v.optional(v.object({ url: v.optional(v.string()) })) })),
    }),
  ),
});
type TraceEvent = v.InferOutput<typeof TraceSchema>['traceEvents'][number];

const costOf = ({ tdur, dur }: TraceEvent) => tdur ?? dur;
const isOurs = ({ args }: TraceEvent) => OURS.test(args?.data?.url ?? '');
const holds = (outer: TraceEvent, inner: TraceEvent) =>
  outer.pid === inner.pid &&
  outer.tid === inner.tid &&
  outer.ts <= inner.ts &&
  inner.ts + inner.dur <= outer.ts + outer.dur;

/** Tasks that would have been short enough without what Perch did in them. */
function longByUs(events: readonly TraceEvent[]): TraceEvent[] {
  const ours = events.filter(isOurs);
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && holds(other, event)));
  return events.filter((task) => {
    if (task.name !== TASK || costOf(task) <= LONG_US) return false;
    const own = outermost
      .filter((event) => holds(task, event))
      .reduce((sum, event) => sum + costOf(event), 0);
    return own >= OWN_PART_US && costOf(task) - own <= LONG_US;
  });
}

/** Runs in the page before all else: counts its long tasks, whoever caused them. */
function countLongTasks(): void {
  const state = globalThis as typeof globalThis & { longTasks: number };
  state.longTasks = 0;
  new PerformanceObserver((seen) => (state.longTasks += seen.getEntries().length)).observe({
    type: 'longtask',
  });
}

interface Scroll {
  /** All long tasks that the page saw. */
  all: number;
  /** Those that Perch made long. */
  byUs: number;
}

async function scrollOnce(browser: Browser, site: SiteAddress, hasPerch: boolean): Promise<Scroll> {
  const page: Page = await browser.newPage();
  await page.evaluateOnNewDocument(countLongTasks);
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline'] });
  await page.goto(site.home);
  await page.waitForSelector(hasPerch ? 'perch-card' : site.post);
  await scrollThrough(page, STEP_PX);
  const trace = await page.tracing.stop();
  const { traceEvents } = v.parse(TraceSchema, JSON.parse(new TextDecoder().decode(trace)));
  const all = (await page.evaluate('longTasks')) as number;
  await page.close();
  return { all, byUs: longByUs(traceEvents).length };
}

/** Long tasks from the opening of a timeline until 500 posts have scrolled by. */
export const pageLongTasks: Row = {
  name: 'page-long-tasks',
  async run() {
    const seen = { perch: 0, bare: 0, byUs: 0 };
    await onTimelines(async ({ perch, bare }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [name, site] of Object.entries(KNOWN)) {
          const first = round % 2 === 0 ? await scrollOnce(perch, site, true) : null;
          const without = await scrollOnce(bare, site, false);
          const withPerch = first ?? (await scrollOnce(perch, site, true));
          say(
            `page-long-tasks ${name} ${round + 1}/${ROUNDS}: ${withPerch.all}, ${withPerch.byUs} by Perch, bare ${without.all}`,
          );
          seen.perch += withPerch.all;
          seen.bare += without.all;
          seen.byUs += withPerch.byUs;
        }
      }
    });
    return {
      value: seen.byUs,
      unit: 'by Perch',
      against: `tasks that the page alone keeps under 50 ms; ${seen.perch} long ones in all, ${seen.bare} without Perch`,
      ratio: seen.perch / Math.max(1, seen.bare),
      goal: '0',
      holds: seen.byUs === 0,
    };
  },
};
