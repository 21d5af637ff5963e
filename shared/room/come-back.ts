const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/** Waits before the `attempt`-th try to come back (0 is at once), with jitter from 0 to 1. */
export function comeBackWaitMs(attempt: number, jitter: number): number {
  if (attempt === 0) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) * (0.75 + jitter / 2);
}
