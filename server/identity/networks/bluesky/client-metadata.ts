import type { OAuthClientMetadataInput } from '@atproto/oauth-client-node';

const STATUS_COLLECTION_SCOPE = 'repo:app.bsky.actor.status';
/** Who somebody is, and nothing else. */
export const SIGN_IN_SCOPE = 'atproto';
/** And to set their live status. */
export const STATUS_SCOPE = `${SIGN_IN_SCOPE} ${STATUS_COLLECTION_SCOPE}`;

const METADATA_PATH = '/auth/bluesky/client-metadata.json';
const JWKS_PATH = '/auth/bluesky/jwks.json';
const CALLBACK_PATH = '/auth/back/bluesky';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a scope that was granted holds the leave to set the status. */
export function grantsStatus(scope: string): boolean {
  return scope.split(' ').includes(STATUS_COLLECTION_SCOPE);
}

/** Who we are to the servers of atproto: the address of this document is our name there. */
export function clientMetadata(publicUrl: string): OAuthClientMetadataInput {
  return {
    client_id: `${publicUrl}${METADATA_PATH}`,
    client_name: 'Perch',
    client_uri: publicUrl,
    redirect_uris: [`${publicUrl}${CALLBACK_PATH}`],
    scope: STATUS_SCOPE,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    dpop_bound_access_tokens: true,
    jwks_uri: `${publicUrl}${JWKS_PATH}`,
  };
}

/** Who we are without an address of our own: atproto knows clients on a person's own machine by their name alone. */
export function loopbackMetadata(callback: string): OAuthClientMetadataInput {
  const query = new URLSearchParams({ redirect_uri: callback, scope: STATUS_SCOPE });
  return {
    client_id: `http://localhost?${query}`,
    redirect_uris: [callback],
    scope: STATUS_SCOPE,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    dpop_bound_access_tokens: true,
  };
}

/** The callback as atproto takes it, where `localhost` must be written as an address; null for one on another machine. */
export function loopbackCallback(callback: string): string | null {
  const url = new URL(callback);
  if (url.protocol !== 'http:' || !LOOPBACK_NAMES.includes(url.hostname)) return null;
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  return url.href;
}
