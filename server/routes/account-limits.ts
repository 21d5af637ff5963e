import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RATE_MS } from '#shared/schema/limits.ts';
import { Refusal } from '../spaces/refusal.ts';

/** Does the work unless the account did some less than `everyMs` ago; work that was refused does not count. */
export type Spaced = (accountId: string, work: () => Promise<void>) => Promise<void>;

export function createSpacing(everyMs: number, clock: () => number): Spaced {
  const doneAt = new Map<string, number>();
  const forgetOld = () => {
    for (const [accountId, at] of doneAt) {
      // A clock that was set back must not make anybody wait for longer than the limit.
      if (Math.abs(clock() - at) < everyMs) return;
      doneAt.delete(accountId);
    }
  };
  return async (accountId, work) => {
    forgetOld();
    const at = doneAt.get(accountId);
    if (at !== undefined) throw new Refusal('rate_limited', at + everyMs - clock());
    doneAt.set(accountId, clock());
    try {
      await work();
    } catch (error) {
      doneAt.delete(accountId);
      throw error;
    }
  };
}

/** Whether the account may once more this second. */
export function createPerSecond(points: number): (accountId: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points, duration: 1 });
  return async (accountId) => {
    try {
      await limiter.consume(accountId);
      return true;
    } catch (reason) {
      if (reason instanceof RateLimiterRes) return false;
      throw reason;
    }
  };
}

/** Throws the refusal, with the time to wait, for an account that comes more often a minute. */
export function createPerMinute(points: number): (accountId: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration: RATE_MS / 1000 });
  return async (accountId) => {
    await limiter.consume(accountId).catch((reason: unknown) => {
      throw reason instanceof RateLimiterRes ? new Refusal('rate_limited', reason.msBeforeNext) : reason;
    });
  };
}
