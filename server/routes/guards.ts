import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RATE_MS } from '#shared/schema/limits.ts';
import { clientAddress } from '../client-address.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Caller } from '../spaces/records.ts';
import { isSuspended } from '../spaces/safety/suspended.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

const READING = ['GET', 'HEAD'];

/** Counts callers by address; throws the refusal, with the time to wait, for one who comes more often a minute. */
export function createLimiter(pointsPerMinute: number, trustProxy: number) {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: RATE_MS / 1000 });
  return async (c: Context<AppEnv>): Promise<void> => {
    try {
      await limiter.consume(clientAddress(c.env?.incoming, trustProxy));
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw new Refusal('rate_limited', reason.msBeforeNext);
      throw reason;
    }
  };
}

/** Lets only those through whom the limiter admits. */
export function limited(admit: (c: Context<AppEnv>) => Promise<void>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await admit(c);
    return next();
  });
}

type WhoIs = (header: string | undefined) => Promise<Caller | null>;

/** Finds the account behind the bearer token, or answers 401. */
export function signedIn(whoIs: WhoIs) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const account = await whoIs(c.req.header('authorization'));
    if (!account) return problem(c, 'unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    c.set('account', account);
    return next();
  });
}

/** As `signedIn`; whom an operator shut out may read, and do nothing. */
export function welcome(whoIs: WhoIs, clock: () => number) {
  const known = signedIn(whoIs);
  return createMiddleware<AppEnv>(async (c, next) =>
    known(c, async () => {
      if (!READING.includes(c.req.method) && isSuspended(c.get('account'), clock()))
        throw new Refusal('suspended');
      return next();
    }),
  );
}

/** Lets operators through; to anybody else there is nothing at this address. */
export function operatorsOnly(whoIs: WhoIs, isOperator: (account: Caller) => Promise<boolean>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const account = await whoIs(c.req.header('authorization'));
    if (!account || !(await isOperator(account))) throw new Refusal('not_found');
    c.set('account', account);
    return next();
  });
}

/** Finds the account behind the bearer token; anybody else reads as nobody. */
export function maybeSignedIn(whoIs: WhoIs) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('reader', await whoIs(c.req.header('authorization')));
    return next();
  });
}
