import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Grants, IssuedToken } from './grants.ts';
import {
  accountId,
  localAccount,
  type MastodonPerson,
  ownSource,
  type Place,
  remoteAccount,
  uriOf,
} from './mastodon-accounts.ts';
import { trickPicture } from './mastodon-tricks.ts';
import type { Flavour } from './mastodon-variants.ts';
import { portrait } from './portrait.ts';
import { bearerOf } from './stand-in.ts';

const PAGE_LENGTH = 40;
const LONGEST_PAGE = 80;
const READERS = ['read', 'read:accounts'];

export interface ApiOptions {
  place: Place;
  flavour: Flavour;
  people: readonly MastodonPerson[];
  grants: Grants;
  /** A server of the open kind may still want a token for all that it shows. */
  isOpen: boolean;
}

type Env = { Variables: { token: IssuedToken | null } };

/** Lets a request through that has a token of one of the scopes, or none where none is needed. */
function allowing(grants: Grants, scopes: readonly string[], needsToken: boolean): MiddlewareHandler<Env> {
  return async (c, next) => {
    const given = bearerOf(c);
    const token = grants.find(given) ?? null;
    c.set('token', token);
    if (given === null && !needsToken) return next();
    if (token === null) return c.json({ error: 'The access token is invalid' }, 401);
    if (token.isRevoked) return c.json({ error: 'The access token was revoked' }, 401);
    if (token.scopes.some((scope) => scopes.includes(scope))) return next();
    return c.json({ error: 'This action is outside the authorized scopes' }, 403);
  };
}

/** One page of a list, and the links to its neighbours; the numbers are those of the follows, not of people. */
function pageOf<T>(c: Context, all: readonly T[], base: string) {
  const wanted = Math.abs(Number.parseInt(c.req.query('limit') ?? `${PAGE_LENGTH}`, 10));
  const limit = Math.min(wanted, LONGEST_PAGE);
  const before = Number.parseInt(c.req.query('max_id') ?? `${all.length + 1}`, 10);
  const after = Number.parseInt(c.req.query('since_id') ?? '0', 10);
  const numbered = all.map((item, index) => ({ item, id: all.length - index }));
  const items = numbered.filter(({ id }) => id < before && id > after).slice(0, limit);
  const query = c.req.query('limit') === undefined ? '' : `limit=${limit}&`;
  const links: string[] = [];
  if (items.length === limit) links.push(`<${base}?${query}max_id=${items.at(-1)!.id}>; rel="next"`);
  if (items.length > 0) links.push(`<${base}?${query}since_id=${items[0]!.id}>; rel="prev"`);
  return { items: items.map(({ item }) => item), link: links.join(', ') };
}

/** The part of Mastodon's API that is about accounts. */
export function api({ place, flavour, people, grants, isOpen }: ApiOptions): Hono<Env> {
  const byUser = (user: string | undefined) => people.find((one) => one.user === user);
  const byId = (id: string) => people.find((one) => accountId(place, one.user) === id);
  const own = allowing(grants, ['profile', ...READERS], true);
  const open = allowing(grants, READERS, !isOpen);
  const missing = (c: Context) => c.json({ error: 'Record not found' }, 404);
  const accountOf = (acct: string) => {
    const [user, at] = acct.split('@');
    const local = at === undefined || at === place.domain ? byUser(user) : undefined;
    return local ? localAccount(place, local) : at === undefined ? undefined : remoteAccount(place, acct);
  };

  const app = new Hono<Env>()
    .get('/api/v1/accounts/verify_credentials', own, (c) => {
      const person = byUser(c.get('token')!.user);
      return person ? c.json({ ...localAccount(place, person), source: ownSource }) : missing(c);
    })
    .get('/api/v1/accounts/lookup', open, (c) => {
      const found = accountOf(c.req.query('acct') ?? '');
      return found ? c.json(found) : missing(c);
    })
    .get('/api/v1/accounts/:id', open, (c) => {
      const person = byId(c.req.param('id'));
      return person ? c.json(localAccount(place, person)) : missing(c);
    })
    .get('/api/v1/accounts/:id/following', open, (c) => {
      const person = byId(c.req.param('id'));
      if (person === undefined) return missing(c);
      const isHidden = person.isListHidden === true && c.get('token')?.user !== person.user;
      const follows = isHidden ? [] : (person.follows ?? []);
      const { items, link } = pageOf(c, follows, `https://${place.host}${c.req.path}`);
      if (link !== '') c.header('link', link);
      return c.json(items.map(accountOf).filter((found) => found !== undefined));
    })
    .get('/api/v2/instance', (c) =>
      c.json({ domain: place.domain, title: 'A stand-in', version: flavour.version }),
    )
    .get('/system/accounts/avatars/:id/:size/:file', async (c) => {
      const trick = trickPicture(place.trick());
      if (trick !== null) return trick;
      const picture = await portrait(`${place.host} ${c.req.param('id')}`);
      return c.body(new Uint8Array(picture), 200, { 'content-type': 'image/png' });
    });
  if (flavour.hasUserinfo) {
    app.on(['GET', 'POST'], '/oauth/userinfo', allowing(grants, ['profile'], true), (c) => {
      const person = byUser(c.get('token')!.user);
      if (person === undefined) return missing(c);
      const { display_name: name, url: profile, avatar: picture } = localAccount(place, person);
      const sub = uriOf(place, person.user);
      const iss = `https://${place.host}/`;
      return c.json({ iss, sub, name, preferred_username: person.user, profile, picture });
    });
  }
  return app;
}
