import { Hono, type Context, type MiddlewareHandler } from 'hono';
import {
  AboutSchema,
  type FlowRequest,
  FlowRequestSchema,
  FlowSchema,
  type GuestRights,
  RevokeRequestSchema,
  SwappedSchema,
  SwapRequestSchema,
} from '#shared/schema/account.ts';
import type { Network } from '#shared/schema/identity.ts';
import { checkedReturn } from '../identity/flow/returns.ts';
import type { SignIn } from '../identity/flow/sign-in.ts';
import { Refusal } from '../spaces/refusal.ts';
import { deviceIn } from './auth.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { returnAddress } from './own-address.ts';
import { parsed } from './parsed.ts';
import { problem } from './problem.ts';
import type { Where } from './signal-url.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export interface SignInRouteDeps {
  signIn: SignIn;
  revokeMastodon: (server: string, token: string) => Promise<void>;
  where: Where & { signInReturns: string[]; guests: GuestRights };
  maybeSignedIn: MiddlewareHandler<AppEnv>;
  /** Throws when this account began too often. */
  admitAccount: (accountId: string) => Promise<void>;
  limits: Record<'read' | 'begin' | 'swap', MiddlewareHandler<AppEnv>>;
}

/** What of `/v1/auth` is about accounts of networks. */
export function signInRoutes(deps: SignInRouteDeps) {
  const { signIn, maybeSignedIn, limits, revokeMastodon } = deps;
  return new Hono<AppEnv>()
    .post('/flows', BEGIN, limits.begin, maybeSignedIn, parsed(FlowRequestSchema), (c) =>
      begin(c, c.req.valid('json'), deps),
    )
    .post('/session', SWAP, limits.swap, parsed(SwapRequestSchema), async (c) => {
      const swapped = await signIn.swap(c.req.valid('json'), deviceIn(c));
      return c.json(swapped, 200, NO_STORE);
    })
    .post('/mastodon/revoke', REVOKE, limits.swap, parsed(RevokeRequestSchema), async (c) => {
      const { server, token } = c.req.valid('json');
      await revokeMastodon(server, token);
      return c.body(null, 204);
    });
}

/** `GET /v1/about` */
export function aboutRoute({ signIn, where, limits }: SignInRouteDeps) {
  return new Hono<AppEnv>().get('/', ABOUT, limits.read, (c) => {
    const networks: Network[] = returnAddress(c, where) === null ? [] : signIn.networks;
    return c.json({ networks, guests: where.guests });
  });
}

async function begin(c: Context<AppEnv>, request: FlowRequest, deps: SignInRouteDeps): Promise<Response> {
  const { signIn, where, admitAccount } = deps;
  const account = c.get('reader');
  // Who says who they are, and is not, would otherwise get a second account in place of a link.
  if (c.req.header('authorization') !== undefined && !account) return problem(c, 'unauthenticated');
  const address = returnAddress(c, where);
  if (address === null) throw new Refusal('forbidden');
  const back = checkedReturn(request.back, { ...where, pages: address });
  if (account) await admitAccount(account.id);
  const by = account && { accountId: account.id, sessionId: account.sessionId };
  const callback = `${address}/auth/back/${request.network}`;
  const flow = await signIn.begin({ request, back, by, callback });
  return c.json({ url: `${address}/auth/go/${flow}` }, 200, NO_STORE);
}

const BEGIN = described({
  summary:
    'Begin a sign-in with an account of a network; with a session, what is proved is linked to its account',
  answer: FlowSchema,
  refusals: [
    'invalid_input',
    'unauthenticated',
    'forbidden',
    'suspended',
    'domain_refused',
    'identity_untrusted',
    'network_unreachable',
    'rate_limited',
  ],
});
const SWAP = described({
  summary: 'Swap the one-time code of a sign-in for what it brought; the verifier is that of the challenge',
  answer: SwappedSchema,
  refusals: [
    'invalid_input',
    'unauthenticated',
    'conflict',
    'suspended',
    'domain_refused',
    'sign_in_over',
    'rate_limited',
  ],
});
const REVOKE = described({
  summary: 'Take back a Mastodon token that this server handed to a device',
  refusals: ['invalid_input', 'not_found', 'network_unreachable', 'rate_limited'],
});
const ABOUT = described({
  summary: 'Which networks people can sign in with here, and what guests may do',
  answer: AboutSchema,
  refusals: ['rate_limited'],
});
