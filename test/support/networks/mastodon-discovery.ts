import { Hono } from 'hono';
import { uriOf, type MastodonPerson, type Place } from './mastodon-accounts.ts';
import { actorUri } from './mastodon-accounts.ts';
import { ELSEWHERE } from './mastodon-tricks.ts';
import type { Flavour } from './mastodon-variants.ts';

export interface DiscoveryOptions {
  place: Place;
  flavour: Flavour;
  people: readonly MastodonPerson[];
}

/** The user whom a WebFinger resource names, by handle or by either address. */
function userOf({ host, domain }: Place, resource: string): string | undefined {
  const [, user, at] = /^acct:([^@]+)@(.+)$/.exec(resource) ?? [];
  if (user !== undefined) return at === domain || at === host ? user : undefined;
  const [, named, byUrl] = /^https:\/\/[^/]+\/(?:users\/([^/]+)|@([^/]+))$/.exec(resource) ?? [];
  return new URL(resource, 'https://nowhere.example').host === host ? (named ?? byUrl) : undefined;
}

function webfinger(place: Place, user: string) {
  const trick = place.trick();
  const self = trick === 'foreign-webfinger' ? actorUri(ELSEWHERE, user) : uriOf(place, user);
  const profile = `https://${place.host}/@${user}`;
  return {
    subject: `acct:${user}@${trick === 'foreign-acct' ? ELSEWHERE : place.domain}`,
    aliases: [profile, self],
    links: [
      { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: profile },
      { rel: 'self', type: 'application/activity+json', href: self },
    ],
  };
}

function metadata({ place, flavour }: DiscoveryOptions) {
  const root = `https://${place.host}/`;
  const trick = place.trick();
  const endpoints = trick === 'foreign-endpoints' ? `https://${ELSEWHERE}/` : root;
  return {
    issuer: trick === 'wrong-issuer' ? `https://${ELSEWHERE}/` : root,
    authorization_endpoint: `${root}oauth/authorize`,
    token_endpoint: `${endpoints}oauth/token`,
    revocation_endpoint: `${endpoints}oauth/revoke`,
    ...(flavour.hasUserinfo && { userinfo_endpoint: `${root}oauth/userinfo` }),
    scopes_supported: flavour.scopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    ...(flavour.knowsPkce && { code_challenge_methods_supported: ['S256'] }),
    service_documentation: 'https://docs.joinmastodon.org/',
    app_registration_endpoint: `${root}api/v1/apps`,
  };
}

/** Where a server says what it is: `/.well-known/*` and its nodeinfo. */
export function discovery(options: DiscoveryOptions): Hono {
  const { place, flavour, people } = options;
  const app = new Hono()
    .get('/.well-known/webfinger', (c) => {
      const resource = c.req.query('resource');
      if (resource === undefined) return c.body(null, 400);
      const user = userOf(place, resource);
      const person = people.find((one) => one.user === user?.toLowerCase());
      if (person === undefined) return c.body(null, 404);
      return c.json(webfinger(place, person.user), 200, { 'content-type': 'application/jrd+json' });
    })
    .get('/.well-known/nodeinfo', (c) =>
      c.json({
        links: [
          {
            rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0',
            href: `https://${place.host}/nodeinfo/2.0`,
          },
        ],
      }),
    )
    .get('/nodeinfo/2.0', (c) =>
      c.json({
        version: '2.0',
        software: { name: flavour.software, version: flavour.version },
        protocols: ['activitypub'],
        services: { outbound: [], inbound: [] },
        usage: { users: { total: people.length } },
        openRegistrations: false,
        metadata: {},
      }),
    );
  if (flavour.hasMetadata) {
    app.get('/.well-known/oauth-authorization-server', (c) => c.json(metadata(options)));
  }
  return app;
}
