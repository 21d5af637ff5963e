import { permissionsFor } from '#shared/policy/permissions.ts';
import type { Admission } from '../spaces/ports.ts';
import type { Endpoint } from './endpoint.ts';

const LEEWAY_S = 10;

/** A LiveKit token for one join, valid for `ttlMs`. */
export async function mintToken(
  endpoint: Endpoint,
  { room, identity, name, role, exposed }: Admission,
  ttlMs: number,
): Promise<string> {
  const { AccessToken, TrackSource } = await import('livekit-server-sdk');
  const { canUpdateMetadata, ...may } = permissionsFor(role, exposed);
  const ttl = Math.max(1, Math.ceil(ttlMs / 1000));
  const token = new AccessToken(endpoint.apiKey, endpoint.apiSecret, { identity, name, ttl });
  token.addGrant({
    ...may,
    room,
    roomJoin: true,
    canUpdateOwnMetadata: canUpdateMetadata,
    canPublishSources: [TrackSource.MICROPHONE],
  });
  return token.toJwt();
}

/** The identity in a token that our key signed and that has not run out; null for any other text. LiveKit signs the tokens that it refreshes with the same key. */
export async function identityIn(endpoint: Endpoint, token: string): Promise<string | null> {
  const { TokenVerifier } = await import('livekit-server-sdk');
  const verifier = new TokenVerifier(endpoint.apiKey, endpoint.apiSecret);
  return verifier.verify(token, LEEWAY_S).then(
    ({ sub }) => sub ?? null,
    () => null,
  );
}
