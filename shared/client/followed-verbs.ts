import { FOLLOWED_MAX, type FollowedRequest } from '#shared/schema/api.ts';
import { hashOfKey } from '#shared/schema/identity.ts';
import type { ServerClient } from './server-client.ts';

const SALT_BYTES = 16;

/** What a server is told of whom a host follows, for the speaking policy `followed`: nothing that it could read, salted anew. */
export async function followedRequest(keys: Iterable<string>): Promise<FollowedRequest> {
  const bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const salt = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const hashes = await Promise.all([...keys].slice(0, FOLLOWED_MAX).map((key) => hashOfKey(salt + key)));
  // In the order of a list it would say who was followed when.
  return { salt, hashes: hashes.toSorted().join('') };
}

export function putFollowed(
  server: ServerClient,
  token: string,
  spaceId: string,
  body: FollowedRequest,
): Promise<void> {
  return server.call(`/v1/spaces/${spaceId}/followed`, { method: 'PUT', token, body });
}
