import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { consent, type ConsentAs } from './consent.ts';
import { consentPages, type Sessions } from './consent-pages.ts';
import { type Client, Grants, type IssuedToken } from './grants.ts';
import { accountId, type MastodonPerson, type Place } from './mastodon-accounts.ts';
import { api } from './mastodon-api.ts';
import { discovery } from './mastodon-discovery.ts';
import { oauth, readWish } from './mastodon-oauth.ts';
import type { MastodonTrick } from './mastodon-tricks.ts';
import { type Flavour, FLAVOURS, type Variant } from './mastodon-variants.ts';
import { type Asked, hostOf, listen, noting, type StandIn, within } from './stand-in.ts';
import { playing, type Trickery } from './tricks.ts';

export interface MastodonOptions {
  variant?: Variant;
  /** Where the server answers to the public. */
  host?: string;
  /** The domain in its people's handles; the host unless told. */
  domain?: string;
  /** How the domain hands WebFinger on to the host: it answers by itself, or by a redirect as most do. */
  handsOn?: 'itself' | 'by-redirect';
  people?: MastodonPerson[];
  /** Wants a token for everything about accounts. */
  isClosed?: boolean;
  trick?: MastodonTrick;
  /** How late the answers are of a server that is `slow`. */
  slowMs?: number;
}

/** A server of Mastodon's API family. */
export interface Mastodon extends StandIn {
  host: string;
  people: MastodonPerson[];
  /** Every token that was issued, and what became of it. */
  tokens: readonly IssuedToken[];
  /** The applications that were registered. */
  clients: readonly Client[];
  /** The id of a person's account there. */
  idOf(user: string): string;
  /** Plays a trick from now on, on paths that begin so; null ends it. */
  play(trick: MastodonTrick | null, on?: string): void;
  /** Every code that nobody used yet is too old. */
  expireCodes(): void;
  /** Forgets all applications, as servers do that clean up. */
  forgetClients(): void;
  /** Nobody is signed in there any more in any browser. */
  signOutAll(): void;
  /** Follows the consent page at this address to the end; answers where it leads back to. */
  consent(url: string, whom: ConsentAs): Promise<string>;
}

const PATHS = ['/.well-known/', '/nodeinfo/', '/oauth/', '/auth/', '/api/', '/system/accounts/avatars/'];
const EVERYBODY = cors({ origin: '*', exposeHeaders: ['Link', 'X-RateLimit-Reset', 'X-RateLimit-Limit'] });
const OPEN_TO_PAGES = ['/api/*', '/.well-known/*', '/nodeinfo/*', '/oauth/token', '/oauth/revoke'];

/** The domain of handles sends whoever asks it to the host. */
function handingOn({ host }: Place): MiddlewareHandler {
  return async (c, next) => {
    if (hostOf(c, host) === host) return next();
    return c.redirect(`https://${host}${c.req.path}${new URL(c.req.url).search}`, 301);
  };
}

/** Starts a server of the given kind; 4.3 at `mastodon.example` with Ana unless told. */
export async function startMastodon(options: MastodonOptions = {}): Promise<Mastodon> {
  const { variant = '4.3', host = 'mastodon.example', domain = host, isClosed = false } = options;
  const flavour: Flavour = FLAVOURS[variant];
  const people = options.people ?? [{ user: 'ana', name: 'Ana' }];
  const trickery: Trickery & { trick: MastodonTrick | null } = {
    trick: options.trick ?? null,
    on: '/',
    slowMs: options.slowMs ?? 15_000,
  };
  const place: Place = { host, domain, tellsUri: flavour.tellsUri, trick: () => trickery.trick };
  const grants = new Grants(flavour);
  const sessions: Sessions = new Map();
  const asked: Asked[] = [];
  const stopping = new AbortController();

  const paths = { [host]: PATHS, ...(domain !== host && { [domain]: ['/.well-known/webfinger'] }) };
  const app = new Hono()
    .use(noting(asked, host))
    .use(playing(() => trickery, stopping.signal))
    .use(within(paths, host));
  for (const path of OPEN_TO_PAGES) app.use(path, EVERYBODY);
  if (options.handsOn === 'by-redirect') app.use(handingOn(place));
  app
    .route('/', discovery({ place, flavour, people }))
    .route('/', oauth({ host, flavour, grants }))
    .route('/', api({ place, flavour, people, grants, isOpen: flavour.isOpen && !isClosed }))
    .route('/', consentPages(consentOptions(place, people, grants, flavour), sessions));

  const standIn = await listen(app, asked, paths);
  return {
    ...standIn,
    host,
    people,
    tokens: grants.tokens,
    clients: grants.clients,
    idOf: (user) => accountId(place, user),
    play: (trick, on = '/') => void Object.assign(trickery, { trick, on }),
    expireCodes: () => grants.expireCodes(),
    forgetClients: () => void grants.clients.splice(0),
    signOutAll: () => sessions.clear(),
    consent: (url, whom) => consent(url, standIn.hosts, whom),
    stop: () => {
      stopping.abort();
      return standIn.stop();
    },
  };
}

function consentOptions({ domain }: Place, people: MastodonPerson[], grants: Grants, flavour: Flavour) {
  return {
    path: '/oauth/authorize',
    signInPath: '/auth/sign_in',
    looks: { network: domain, authorize: 'Authorize', deny: 'Deny' },
    grants,
    people: () => people.map(({ user }) => ({ user, label: `@${user}@${domain}` })),
    read: readWish(grants, flavour),
  };
}
