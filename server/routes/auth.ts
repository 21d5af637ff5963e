import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { GuestRequestSchema, SessionSchema, type Session } from '#shared/schema/api.ts';
import { deviceOf } from '../identity/device.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface AuthDeps {
  createGuest: (wish: { name: string | undefined; device: string }) => Promise<Session>;
  guestLimit: MiddlewareHandler<AppEnv>;
}

export function authRoutes({ createGuest, guestLimit }: AuthDeps) {
  const description = described({
    summary: 'Make a guest account and its session',
    answer: SessionSchema,
    refusals: ['invalid_input', 'rate_limited'],
  });
  return new Hono<AppEnv>().post('/guest', description, guestLimit, parsed(GuestRequestSchema), async (c) =>
    c.json(await createGuest({ name: c.req.valid('json').name, device: deviceIn(c) })),
  );
}

/** What the caller's browser says it is. */
export function deviceIn(c: Context<AppEnv>): string {
  return deviceOf(c.req.header('user-agent'), c.req.header('sec-ch-ua'));
}
