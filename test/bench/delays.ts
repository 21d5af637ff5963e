import type { Figure } from './row.ts';
import { percentile } from './statistics.ts';

/** The slow end of many delays (ms) beside its limit. */
export function slowest(delays: readonly number[], limitMs: number): Figure {
  const p95 = percentile(delays, 0.95);
  return {
    value: p95,
    unit: 'ms p95',
    against: `limit of ${limitMs} ms; p50 ${percentile(delays, 0.5)} ms over ${delays.length}`,
    ratio: p95 / limitMs,
    goal: `<= ${limitMs} ms`,
    holds: p95 <= limitMs,
  };
}
