import { Hono, type MiddlewareHandler } from 'hono';
import {
  DevicesSchema,
  IdentityRequestSchema,
  MyAccountSchema,
  ProfileRequestSchema,
} from '#shared/schema/account.ts';
import type { Accounts } from '../identity/account/accounts.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface MeDeps {
  accounts: Accounts;
  signedIn: MiddlewareHandler<AppEnv>;
  /** For what nobody is kept from. */
  evenSuspended: MiddlewareHandler<AppEnv>;
  limits: Record<'read' | 'verb' | 'signIn', MiddlewareHandler<AppEnv>>;
}

/** The caller's own account, its identities and devices. */
export function meRoutes({ accounts, signedIn, evenSuspended, limits }: MeDeps) {
  return new Hono<AppEnv>()
    .get('/', READ, limits.read, signedIn, async (c) => c.json(await accounts.me(c.get('account'))))
    .patch('/', RENAME, limits.verb, signedIn, parsed(ProfileRequestSchema), async (c) => {
      await accounts.rename(c.get('account'), c.req.valid('json').name);
      return c.body(null, 204);
    })
    .delete('/', DELETE, limits.signIn, evenSuspended, async (c) => {
      await accounts.delete(c.get('account'));
      return c.body(null, 204);
    })
    .patch('/identities/:id', CHANGE, limits.verb, signedIn, parsed(IdentityRequestSchema), async (c) => {
      await accounts.changeIdentity(c.get('account'), c.req.param('id'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .delete('/identities/:id', UNLINK, limits.signIn, signedIn, async (c) => {
      await accounts.unlink(c.get('account'), c.req.param('id'));
      return c.body(null, 204);
    })
    .get('/sessions', DEVICES, limits.read, signedIn, async (c) =>
      c.json({ sessions: await accounts.devices(c.get('account')) }),
    )
    .delete('/sessions/:id', SIGN_OUT, limits.verb, evenSuspended, async (c) => {
      await accounts.signOut(c.get('account'), c.req.param('id'));
      return c.body(null, 204);
    });
}

const READ = described({
  summary: 'The own account, with its identities',
  answer: MyAccountSchema,
  signedIn: true,
  refusals: ['rate_limited'],
});
const RENAME = described({
  summary: 'Take another name, in the Space where the caller is as well',
  signedIn: true,
  refusals: ['invalid_input', 'conflict', 'rate_limited'],
});
const DELETE = described({
  summary: 'Delete the own account and all of it; the Space that it hosts ends',
  signedIn: true,
  refusals: ['conflict', 'rate_limited'],
});
const CHANGE = described({
  summary: 'Show an identity in Spaces or no longer, or take back the leave to set its live status',
  signedIn: true,
  refusals: ['invalid_input', 'not_found', 'conflict', 'rate_limited'],
});
const UNLINK = described({
  summary: 'Take an identity from the account; the last one takes the account with it',
  signedIn: true,
  refusals: ['not_found', 'domain_refused', 'conflict', 'rate_limited'],
});
const DEVICES = described({
  summary: 'Where the account is signed in, the newest use first',
  answer: DevicesSchema,
  signedIn: true,
  refusals: ['rate_limited'],
});
const SIGN_OUT = described({
  summary: 'Sign a device out, which leaves where it had joined; twice is fine',
  signedIn: true,
  refusals: ['conflict', 'rate_limited'],
});
