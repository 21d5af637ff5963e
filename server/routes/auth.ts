import { Hono, type MiddlewareHandler } from 'hono';
import { GuestRequestSchema, SessionSchema, type Session } from '#shared/schema/api.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface AuthDeps {
  createGuest: (name: string | undefined) => Promise<Session>;
  guestLimit: MiddlewareHandler<AppEnv>;
}

export function authRoutes({ createGuest, guestLimit }: AuthDeps) {
  const description = described({
    summary: 'Make a guest account and its session',
    answer: SessionSchema,
    refusals: ['invalid_input', 'rate_limited'],
  });
  return new Hono<AppEnv>().post('/guest', description, guestLimit, parsed(GuestRequestSchema), async (c) =>
    c.json(await createGuest(c.req.valid('json').name)),
  );
}
