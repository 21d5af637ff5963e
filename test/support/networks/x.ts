import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { consent, type ConsentAs } from './consent.ts';
import { consentPages, type Sessions } from './consent-pages.ts';
import { type Client, Grants, type IssuedToken, type Wish } from './grants.ts';
import { portrait } from './portrait.ts';
import { type Asked, bearerOf, fieldsOf, listen, noting, type StandIn, within } from './stand-in.ts';
import { type BadAnswer, playing, type Trickery } from './tricks.ts';

export interface XPerson {
  /** `ana` in `@ana`. */
  user: string;
  name: string;
  /** The number that stays theirs when the handle changes. */
  id?: string;
}

/** A bad answer, or an operator who has no credits left. */
export type XTrick = BadAnswer | 'no-credits';

export interface XOptions {
  /** The application that the operator registered in the developer console. */
  clientId?: string;
  /** Null for an application of the public kind. */
  clientSecret?: string | null;
  redirectUris: string[];
  people?: XPerson[];
  trick?: XTrick;
  slowMs?: number;
}

export interface X extends StandIn {
  clientId: string;
  clientSecret: string | null;
  people: XPerson[];
  tokens: readonly IssuedToken[];
  idOf(user: string): string;
  /** Plays a trick from now on, on paths that begin so; null ends it. */
  play(trick: XTrick | null, on?: string): void;
  expireCodes(): void;
  /** Nobody is signed in there any more in any browser. */
  signOutAll(): void;
  /** Follows the consent page at this address to the end; answers where it leads back to. */
  consent(url: string, whom: ConsentAs): Promise<string>;
}

const SCOPES = ['users.read', 'tweet.read', 'tweet.write', 'follows.read', 'offline.access'];
const ME_SCOPES = ['users.read', 'tweet.read'];
const PICTURES = '/profile_images/stand-in/';
const LIVES_S = 7_200;
const PATHS = {
  'x.com': ['/i/oauth2/', '/i/flow/'],
  'api.x.com': ['/2/'],
  'pbs.twimg.com': [PICTURES],
};

const idOf = ({ user, id }: XPerson) =>
  id ??
  `1${(createHash('sha256').update(user).digest().readUInt32BE() % 10 ** 9).toString().padStart(9, '0')}`;

/** The consent page's question, as X reads it: PKCE and a state must be there. */
function readWish(grants: Grants) {
  return (query: Record<string, string>): Wish | { refused: string } => {
    const refused = 'Something went wrong. You weren’t able to give access to the App.';
    const client = grants.client(query['client_id']);
    const scopes = (query['scope'] ?? '').split(' ').filter(Boolean);
    const { redirect_uri: redirectUri = '', code_challenge: challenge, state } = query;
    if (client === undefined || !client.redirectUris.includes(redirectUri)) return { refused };
    if (query['response_type'] !== 'code' || scopes.length === 0 || !state || !challenge) return { refused };
    if (query['code_challenge_method']?.toUpperCase() !== 'S256') return { refused };
    if (!scopes.every((scope) => SCOPES.includes(scope))) return { refused };
    return { client, redirectUri, scopes, state, challenge };
  };
}

/** Who asks: a confidential client by its basic header alone, a public one by its id in the form. */
function clientOf(c: Context, client: Client, fields: Record<string, unknown>): boolean {
  if (client.secret === null) return fields['client_id'] === client.id;
  const [, packed] = /^Basic (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const [id, secret] = Buffer.from(packed ?? '', 'base64')
    .toString()
    .split(':')
    .map(decodeURIComponent);
  return id === client.id && secret === client.secret;
}

const UNAUTHORIZED = {
  error: 'unauthorized_client',
  error_description: 'Missing valid authorization header',
};
const problem = (title: string, status: number, detail = title) => ({
  title,
  type: 'about:blank',
  status,
  detail,
});

function tokens(grants: Grants, client: Client): Hono {
  return new Hono()
    .post('/2/oauth2/token', async (c) => {
      const fields = (await fieldsOf(c)) as Record<string, string | undefined>;
      if (!clientOf(c, client, fields)) return c.json(UNAUTHORIZED, 401);
      const { grant_type: kind, code, redirect_uri: redirectUri, code_verifier: verifier } = fields;
      const issued =
        kind === 'authorization_code' ? grants.redeem({ client, code, redirectUri, verifier }) : null;
      if (issued === null) {
        const error_description = 'Value passed for the authorization code was invalid.';
        return c.json({ error: 'invalid_request', error_description }, 400);
      }
      const scope = issued.scopes.join(' ');
      return c.json({ token_type: 'bearer', expires_in: LIVES_S, access_token: issued.token, scope });
    })
    .post('/2/oauth2/revoke', async (c) => {
      const fields = (await fieldsOf(c)) as Record<string, string | undefined>;
      if (!clientOf(c, client, fields)) return c.json(UNAUTHORIZED, 401);
      return c.json({ revoked: grants.revoke(client, fields['token']) });
    });
}

function users(grants: Grants, people: readonly XPerson[], trick: () => string | null): Hono {
  return new Hono()
    .get('/2/users/me', (c) => {
      const token = grants.find(bearerOf(c));
      const person = people.find(({ user }) => user === token?.user);
      if (token === undefined || token.isRevoked || person === undefined) {
        return c.json(problem('Unauthorized', 401), 401);
      }
      if (!ME_SCOPES.every((scope) => token.scopes.includes(scope))) {
        return c.json(problem('Forbidden', 403), 403);
      }
      if (trick() === 'no-credits') {
        return c.json(problem('CreditsDepleted', 402, 'The account has no credits.'), 402);
      }
      const wanted = (c.req.query('user.fields') ?? '').split(',');
      const picture = `https://pbs.twimg.com${PICTURES}${idOf(person)}_normal.png`;
      return c.json({
        data: {
          id: idOf(person),
          name: person.name,
          username: person.user,
          ...(wanted.includes('profile_image_url') && { profile_image_url: picture }),
          ...(wanted.includes('verified') && { verified: false }),
        },
      });
    })
    .get(`${PICTURES}:file`, async (c) => {
      const picture = await portrait(c.req.param('file')!);
      return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/png' });
    });
}

/** Starts X's sign-in for one registered application, with Ana unless told. */
export async function startX(options: XOptions): Promise<X> {
  const { clientId = 'perch-client', clientSecret = 'perch-secret', redirectUris } = options;
  const people = options.people ?? [{ user: 'ana', name: 'Ana' }];
  const client: Client = { id: clientId, secret: clientSecret, name: 'Perch', redirectUris, scopes: SCOPES };
  const trickery: Trickery = { trick: options.trick ?? null, on: '/', slowMs: options.slowMs ?? 15_000 };
  const grants = new Grants({ knowsPkce: true, reusesTokens: false });
  grants.clients.push(client);
  const sessions: Sessions = new Map();
  const asked: Asked[] = [];
  const stopping = new AbortController();
  const pages = consentPages(
    {
      path: '/i/oauth2/authorize',
      signInPath: '/i/flow/login',
      looks: { network: 'X', authorize: 'Authorize app', deny: 'Cancel' },
      grants,
      people: () => people.map(({ user }) => ({ user, label: `@${user}` })),
      read: readWish(grants),
    },
    sessions,
  );
  const app = new Hono()
    .use(noting(asked, 'api.x.com'))
    .use(playing(() => trickery, stopping.signal))
    .use(within(PATHS, 'api.x.com'))
    .route('/', pages)
    .route('/', tokens(grants, client))
    .route(
      '/',
      users(grants, people, () => trickery.trick),
    );
  const standIn = await listen(app, asked, PATHS);
  return {
    ...standIn,
    clientId,
    clientSecret,
    people,
    tokens: grants.tokens,
    idOf: (user) => idOf(people.find((person) => person.user === user) ?? { user, name: user }),
    play: (trick, on = '/') => void Object.assign(trickery, { trick, on }),
    expireCodes: () => grants.expireCodes(),
    signOutAll: () => sessions.clear(),
    consent: (url, whom) => consent(url, standIn.hosts, whom),
    stop: () => {
      stopping.abort();
      return standIn.stop();
    },
  };
}
