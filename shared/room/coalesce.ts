/** Timers as a caller may fake them; milliseconds. */
export interface Clock {
  now(): number;
  setTimeout(act: () => void, ms: number): unknown;
}

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  setTimeout: (act, ms) => setTimeout(act, ms),
};

/** Runs `act` at once on the first call, then at most every `everyMs`, always once more after the last call. */
export function coalesced(act: () => void, everyMs: number, clock: Clock = SYSTEM_CLOCK): () => void {
  let lastAt = -Infinity;
  let isWaiting = false;
  const run = () => {
    isWaiting = false;
    lastAt = clock.now();
    act();
  };
  return () => {
    if (isWaiting) return;
    const waitMs = lastAt + everyMs - clock.now();
    if (waitMs <= 0) return run();
    isWaiting = true;
    clock.setTimeout(run, waitMs);
  };
}
