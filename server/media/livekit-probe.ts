import { Agent, get as getPlain } from 'node:http';
import type { ClientRequest } from 'node:http';
import { get as getSecure } from 'node:https';
import { MediaUnavailable } from '../spaces/ports.ts';
import type { Endpoint } from './endpoint.ts';
import { createRoomService } from './room-service.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 2 });

/** What answers at LiveKit's address: `well`, `unwell` (it answers, but not well, or not in time), `gone` (nobody listens). */
export type Health = 'well' | 'unwell' | 'gone';

/** One health call, at most `timeoutMs` long. */
export function healthOf(url: string, timeoutMs: number): Promise<Health> {
  return new Promise((resolve) => {
    const request = start(url, timeoutMs);
    request.once('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? 'well' : 'unwell');
    });
    request.once('timeout', () => request.destroy());
    request.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' ? 'gone' : 'unwell');
    });
  });
}

function start(url: string, timeout: number): ClientRequest {
  return url.startsWith('https:') ? getSecure(url, { timeout }) : getPlain(url, { agent, timeout });
}

/** Whether the LiveKit at this address knows our key, which no stranger does. */
export function acceptsOurKey(endpoint: Endpoint): Promise<boolean> {
  const rooms = createRoomService(endpoint, { isUp: () => true, doubts: 0 });
  return rooms.listRooms().then(
    () => true,
    (error: unknown) => {
      if (error instanceof MediaUnavailable) return false;
      throw error;
    },
  );
}
