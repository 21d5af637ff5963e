import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { AheadSchema, NothingSchema } from '#shared/schema/api.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { spaceIdOf } from './addressed.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface AheadDeps {
  spaces: Pick<Spaces, 'ahead'>;
  /** Leaves no note of who was here. */
  signedIn: MiddlewareHandler<AppEnv>;
  signalUrl: (c: Context<AppEnv>) => string;
  limit: MiddlewareHandler<AppEnv>;
  admitAccount: (accountId: string) => Promise<void>;
}

export function aheadRoute({ spaces, signedIn, signalUrl, limit, admitAccount }: AheadDeps) {
  return new Hono<AppEnv>().post('/:id/ahead', AHEAD, limit, signedIn, parsed(NothingSchema), async (c) => {
    const account = c.get('account');
    await admitAccount(account.id);
    return c.json({ ...(await spaces.ahead(account, spaceIdOf(c))), url: signalUrl(c) });
  });
}

const AHEAD = described({
  summary: 'Connect for some seconds to a Space that one may be about to join',
  answer: AheadSchema,
  signedIn: true,
  refusals: [
    'invalid_input',
    'removed',
    'blocked_by_host',
    'guests_refused',
    'sign_in_required',
    'not_found',
    'conflict',
    'anonymous_refused',
    'blocked_on_stage',
    'space_ended',
    'rate_limited',
    'media_unavailable',
  ],
});
