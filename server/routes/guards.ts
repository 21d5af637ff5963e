import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientAddress } from '../client-address.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { AccountRecord } from '../spaces/records.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** Lets each address through so often a minute; more is refused with the time to wait. */
export function limited(pointsPerMinute: number, trustProxy: number) {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
  return createMiddleware<AppEnv>(async (c, next) => {
    await limiter.consume(clientAddress(c.env?.incoming, trustProxy)).catch(refuse);
    return next();
  });
}

function refuse(reason: unknown): never {
  if (reason instanceof RateLimiterRes) throw new Refusal('rate_limited', reason.msBeforeNext);
  throw reason;
}

/** Finds the account behind the bearer token, or answers 401. */
export function signedIn(whoIs: (header: string | undefined) => Promise<AccountRecord | null>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const account = await whoIs(c.req.header('authorization'));
    if (!account) return problem(c, 'unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    c.set('account', account);
    return next();
  });
}
