import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { MergeRequestSchema, MyAccountSchema } from '#shared/schema/account.ts';
import { GuestRequestSchema, NothingSchema, SessionSchema, type Session } from '#shared/schema/api.ts';
import type { Accounts } from '../identity/account/accounts.ts';
import { deviceOf } from '../identity/device.ts';
import { bearerToken } from '../identity/tokens.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface AuthDeps {
  createGuest: (wish: { name: string | undefined; device: string }) => Promise<Session>;
  accounts: Pick<Accounts, 'signOut' | 'renew' | 'merge'>;
  signedIn: MiddlewareHandler<AppEnv>;
  /** For what nobody is kept from. */
  evenSuspended: MiddlewareHandler<AppEnv>;
  limits: Record<'guest' | 'verb' | 'signIn', MiddlewareHandler<AppEnv>>;
}

export function authRoutes({ createGuest, accounts, signedIn, evenSuspended, limits }: AuthDeps) {
  return new Hono<AppEnv>()
    .post('/guest', GUEST, limits.guest, parsed(GuestRequestSchema), async (c) =>
      c.json(await createGuest({ name: c.req.valid('json').name, device: deviceIn(c) })),
    )
    .post('/sign-out', SIGN_OUT, limits.verb, evenSuspended, parsed(NothingSchema), async (c) => {
      const caller = c.get('account');
      await accounts.signOut(caller, caller.sessionId);
      return c.body(null, 204);
    })
    .post('/renew', RENEW, limits.verb, evenSuspended, parsed(NothingSchema), async (c) =>
      c.json(await accounts.renew(bearerToken(c.req.header('authorization')) ?? '')),
    )
    .post('/merge', MERGE, limits.signIn, signedIn, parsed(MergeRequestSchema), async (c) =>
      c.json(await accounts.merge(c.get('account'), c.req.valid('json').ticket)),
    );
}

/** What the caller's browser says it is. */
export function deviceIn(c: Context<AppEnv>): string {
  return deviceOf(c.req.header('user-agent'), c.req.header('sec-ch-ua'));
}

const GUEST = described({
  summary: 'Make a guest account and its session',
  answer: SessionSchema,
  refusals: ['invalid_input', 'sign_in_required', 'rate_limited'],
});
const SIGN_OUT = described({
  summary: 'End this session, and leave where it had joined',
  signedIn: true,
  refusals: ['invalid_input', 'conflict', 'rate_limited'],
});
const RENEW = described({
  summary:
    'The token to use from now on: a new one after a day, beside which the old one works until it is used',
  answer: SessionSchema,
  signedIn: true,
  refusals: ['invalid_input', 'rate_limited'],
});
const MERGE = described({
  summary: 'Join the account of a ticket to the caller’s; refused while one of them is in an open Space',
  answer: MyAccountSchema,
  signedIn: true,
  refusals: ['invalid_input', 'sign_in_over', 'conflict', 'rate_limited'],
});
