import { type Context, Hono } from 'hono';
import type { Client, Grants, Wish } from './grants.ts';
import type { Flavour } from './mastodon-variants.ts';
import { fieldsOf } from './stand-in.ts';

const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);
const one = (field: string | string[] | undefined) => (typeof field === 'string' ? field : undefined);

/** The consent page's question, as Mastodon reads it; anything wrong is said on a page of its own. */
export function readWish(grants: Grants, { scopes: known, knowsPkce }: Flavour) {
  return (query: Record<string, string>): Wish | { refused: string } => {
    const client = grants.client(query['client_id']);
    if (client === undefined) return { refused: 'Client authentication failed due to unknown client.' };
    const redirectUri = query['redirect_uri'];
    if (redirectUri === undefined || !client.redirectUris.includes(redirectUri)) {
      return { refused: 'The redirect uri included is not valid.' };
    }
    if (query['response_type'] !== 'code') return { refused: 'This response type is not supported.' };
    const scopes = words(query['scope'] ?? 'read');
    if (!scopes.every((scope) => known.includes(scope) && client.scopes.includes(scope))) {
      return { refused: 'The requested scope is invalid, unknown, or malformed.' };
    }
    const challenge = knowsPkce ? (query['code_challenge'] ?? null) : null;
    if (challenge !== null && query['code_challenge_method'] !== 'S256') {
      return { refused: 'The code_challenge_method must be S256.' };
    }
    return { client, redirectUri, scopes, state: query['state'] ?? null, challenge };
  };
}

/** Who asks, by the basic header where the server knows it, or by the form. */
function clientOf(c: Context, fields: Record<string, unknown>, grants: Grants, takesBasic: boolean) {
  const [, packed] = /^Basic (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  let [id, secret] = [fields['client_id'], fields['client_secret']];
  if (takesBasic && packed !== undefined) {
    const [user = '', password = ''] = Buffer.from(packed, 'base64').toString().split(':');
    [id, secret] = [decodeURIComponent(user), decodeURIComponent(password)];
  }
  const client = grants.client(typeof id === 'string' ? id : undefined);
  return client?.secret === secret ? client : undefined;
}

const INVALID_CLIENT = {
  error: 'invalid_client',
  error_description:
    'Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.',
};
const INVALID_CLIENT_CHALLENGE = `Bearer realm="Doorkeeper", error="${INVALID_CLIENT.error}", error_description="${INVALID_CLIENT.error_description}"`;
const INVALID_GRANT = {
  error: 'invalid_grant',
  error_description:
    'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
};

function registered(host: string, client: Client & { secret: string }, { takesManyRedirects }: Flavour) {
  return {
    id: '1',
    name: client.name,
    website: null,
    redirect_uri: client.redirectUris.join('\n'),
    ...(takesManyRedirects && {
      redirect_uris: client.redirectUris,
      scopes: client.scopes,
      client_secret_expires_at: 0,
    }),
    client_id: client.id,
    client_secret: client.secret,
    vapid_key: Buffer.from(host).toString('base64url'),
  };
}

export interface OAuthOptions {
  host: string;
  flavour: Flavour;
  grants: Grants;
}

/** Registration, tokens and their end. */
export function oauth({ host, flavour, grants }: OAuthOptions): Hono {
  return new Hono()
    .post('/api/v1/apps', async (c) => {
      const fields = await fieldsOf(c);
      const given = fields['redirect_uris'];
      const listed = flavour.takesManyRedirects ? given : one(given);
      const redirectUris = Array.isArray(listed) ? listed : words(listed);
      if (redirectUris.length === 0) {
        return c.json({ error: "Validation failed: Redirect URI can't be blank" }, 422);
      }
      const scopes = words(one(fields['scopes']) ?? 'read');
      if (!scopes.every((scope) => flavour.scopes.includes(scope))) {
        return c.json({ error: "Validation failed: Scopes doesn't match configured on the server." }, 422);
      }
      const name = one(fields['client_name']) ?? '';
      if (name === '') return c.json({ error: "Validation failed: Application name can't be blank" }, 422);
      return c.json(registered(host, grants.register({ name, redirectUris, scopes }), flavour));
    })
    .post('/oauth/token', async (c) => {
      const fields = await fieldsOf(c);
      const client = clientOf(c, fields, grants, flavour.takesBasic);
      if (client === undefined) {
        if (flavour.software === 'mastodon') c.header('www-authenticate', INVALID_CLIENT_CHALLENGE);
        return c.json(INVALID_CLIENT, 401);
      }
      if (fields['grant_type'] !== 'authorization_code') {
        return c.json({ error: 'unsupported_grant_type' }, 400);
      }
      const issued = grants.redeem({
        client,
        code: one(fields['code']),
        redirectUri: one(fields['redirect_uri']),
        verifier: one(fields['code_verifier']),
      });
      if (issued === null) return c.json(INVALID_GRANT, 400);
      return c.json({
        access_token: issued.token,
        token_type: 'Bearer',
        scope: issued.scopes.join(' '),
        created_at: Math.floor(Date.now() / 1_000),
      });
    })
    .post('/oauth/revoke', async (c) => {
      const fields = await fieldsOf(c);
      const client = clientOf(c, fields, grants, flavour.takesBasic);
      if (client !== undefined && grants.revoke(client, one(fields['token']))) return c.json({});
      const error_description = 'You are not authorized to revoke this token';
      return c.json({ error: 'unauthorized_client', error_description }, 403);
    });
}
