import type { Logger } from '../log.ts';

/** Work on LiveKit that must come to pass: tried again until it does, or until the server stops. */
export interface Chores {
  /** Does the work now, after any other of the same key; resolves after the first try, whatever came of it. */
  insist(key: string, work: () => Promise<void>): Promise<void>;
  /** Does the work after `delayMs`, unless the same key is done or asked for earlier. */
  later(key: string, delayMs: number, work: () => Promise<void>): void;
  stop(): void;
}

export function createChores(retryMs: number, log: Pick<Logger, 'warn'>): Chores {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;

  const forget = (key: string) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const later: Chores['later'] = (key, delayMs, work) => {
    if (stopped) return;
    forget(key);
    timers.set(key, setTimeout(() => void insist(key, work), delayMs).unref());
  };
  const attempt = async (key: string, work: () => Promise<void>) => {
    forget(key);
    try {
      await work();
    } catch (error) {
      log.warn({ chore: key, err: error }, 'will be tried again');
      later(key, retryMs, work);
    }
  };
  const insist: Chores['insist'] = async (key, work) => {
    const before = underWay.get(key);
    const mine = before ? before.then(() => attempt(key, work)) : attempt(key, work);
    underWay.set(key, mine);
    await mine;
    if (underWay.get(key) === mine) underWay.delete(key);
  };
  return {
    insist,
    later,
    stop: () => {
      stopped = true;
      for (const key of timers.keys()) forget(key);
    },
  };
}
