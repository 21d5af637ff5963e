import type { EventEmitter } from 'node:events';

/** npm passes on the Ctrl-C that the terminal has already sent us: within this time it is the same one. */
const SAME_WITHIN_MS = 1_000;

export interface StopHandlers {
  /** The first signal: an orderly end. */
  stop(signal: NodeJS.Signals): void;
  /** Each later one: whoever waits has lost patience. */
  hurry(): void;
}

/** Calls `stop` at the first of these signals, and `hurry` at those that come over a second after it. */
export function onStopSignals(
  signals: readonly NodeJS.Signals[],
  { stop, hurry }: StopHandlers,
  source: EventEmitter = process,
  now: () => number = () => performance.now(),
): void {
  let firstAt: number | null = null;
  const handle = (signal: NodeJS.Signals) => {
    if (firstAt === null) {
      firstAt = now();
      stop(signal);
    } else if (now() - firstAt > SAME_WITHIN_MS) hurry();
  };
  for (const signal of signals) source.on(signal, handle);
}
