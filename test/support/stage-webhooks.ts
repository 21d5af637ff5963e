import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import type { MediaKeys } from './media-keys.ts';

/** What LiveKit would say of one session of somebody. */
export interface Sighting {
  event: 'participant_joined' | 'participant_left';
  id: string;
  room: string;
  identity: string;
  sid: string;
  joinedAt: number;
}

/** Sends a webhook to a server as its LiveKit would, signed with the key of both; answers the status. */
export async function sendWebhook(server: string, keys: MediaKeys, seen: Sighting): Promise<number> {
  const { event, id, room, identity, sid, joinedAt } = seen;
  const participant = { identity, sid, joinedAtMs: `${joinedAt}` };
  const createdAt = `${Math.round(Date.now() / 1_000)}`;
  const body = JSON.stringify({ id, event, createdAt, room: { name: room, sid: 'RM_1' }, participant });
  const token = new AccessToken(keys.apiKey, keys.apiSecret, { ttl: 300 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  const headers = {
    authorization: await token.toJwt(),
    'content-type': 'application/webhook+json',
  };
  const response = await fetch(`${server}/internal/livekit`, { method: 'POST', headers, body });
  await response.body?.cancel();
  return response.status;
}
