import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';

/** The key that a test server shares with its LiveKit, and where that listens. */
export interface MediaKeys {
  port: number;
  apiKey: string;
  apiSecret: string;
  group: number;
}

export async function mediaKeys(dataDir: string): Promise<MediaKeys> {
  return JSON.parse(await readFile(join(dataDir, 'livekit.json'), 'utf8')) as MediaKeys;
}

/** A token as LiveKit hands out when it refreshes one: the grants of once, and `ttl` seconds to live. */
export async function refreshedToken(
  keys: Pick<MediaKeys, 'apiKey' | 'apiSecret'>,
  { identity, room, ttl = 600 }: { identity: string; room: string; ttl?: number },
): Promise<string> {
  const token = new AccessToken(keys.apiKey, keys.apiSecret, { identity, ttl });
  token.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true, hidden: false });
  return token.toJwt();
}

/** LiveKit's own API of a test server, to look behind the gate. */
export async function roomService(dataDir: string): Promise<RoomServiceClient> {
  const { port, apiKey, apiSecret } = await mediaKeys(dataDir);
  return new RoomServiceClient(`http://127.0.0.1:${port}`, apiKey, apiSecret);
}
