import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { SpacesContext } from './context.ts';
import { MediaUnavailable } from './ports.ts';
import { reconcile } from './reconcile.ts';

const JITTER = 0.1;

/** Runs the reconciler, by itself every `reconcileMs` after `start`, and knows since when LiveKit can be believed. */
export interface Clockwork {
  start(): void;
  /** One run; a run under way is waited for first. Never throws. */
  run(): Promise<void>;
  /** Forgets all rooms and gives people time to come back. */
  mediaRestarted(): Promise<void>;
  /** Resolves once a run under way is through, or after `drainMs`. */
  stop(): Promise<void>;
}

export function createClockwork(context: SpacesContext, log: Logger): Clockwork {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let started = false;
  let stopped = false;

  const once = async () => {
    if (stopped) return;
    try {
      await reconcile(context);
    } catch (error) {
      if (error instanceof MediaUnavailable) context.grace.renew();
      else log.error({ err: error }, 'reconcile failed');
    }
  };
  const run = () => (running = running.then(once));
  const keepRunning = async () => {
    await run();
    if (!started) return;
    const wait = context.limits.reconcileMs * (1 + JITTER * (2 * Math.random() - 1));
    timer = setTimeout(() => void keepRunning(), wait).unref();
  };
  return {
    run,
    start: () => {
      started = true;
      void keepRunning();
    },
    mediaRestarted: () => {
      context.grace.renew();
      context.rooms.forgetAll();
      return run();
    },
    stop: () => {
      started = false;
      stopped = true;
      clearTimeout(timer);
      return Promise.race([running, sleep(context.limits.drainMs, undefined, { ref: false })]);
    },
  };
}
