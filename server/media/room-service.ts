import { setTimeout as sleep } from 'node:timers/promises';
import type { ParticipantInfo, RoomServiceClient } from 'livekit-server-sdk';
import { permissionsFor } from '#shared/policy/permissions.ts';
import { MediaUnavailable } from '../spaces/ports.ts';
import type { Admission, Media, MediaParticipant } from '../spaces/ports.ts';
import type { Endpoint } from './endpoint.ts';
import { mintToken } from './tokens.ts';

const ROOM_PREFIX = 's_';
const TIMEOUT_S = 3;
const EMPTY_TIMEOUT_S = 120;
const DEPARTURE_TIMEOUT_S = 60;
const DOUBT_MS = 700;

export interface RoomServiceOptions {
  isUp(): boolean;
  /** How often "not found" is asked again before it is believed: a cluster forgets newcomers for a moment. */
  doubts: number;
}

/** `Media` over LiveKit's own API. */
export function createRoomService(endpoint: Endpoint, { isUp, doubts }: RoomServiceOptions): Media {
  const call = caller(endpoint);
  const onOne = (act: (rooms: RoomServiceClient) => Promise<unknown>) =>
    untilBelieved(() => call(act), doubts);
  return {
    isUp,
    mintToken: (admission, ttlMs) => mintToken(endpoint, admission, ttlMs),
    async openRoom(name) {
      const created = { name, emptyTimeout: EMPTY_TIMEOUT_S, departureTimeout: DEPARTURE_TIMEOUT_S };
      await call((rooms) => rooms.createRoom(created));
    },
    async closeRoom(room) {
      await call((rooms) => rooms.deleteRoom(room));
    },
    async listRooms() {
      const found = await call((rooms) => rooms.listRooms());
      return (found ?? []).map(({ name }) => name).filter((name) => name.startsWith(ROOM_PREFIX));
    },
    async listParticipants(room) {
      const found = await call((rooms) => rooms.listParticipants(room));
      return (found ?? []).map(seen);
    },
    async removeParticipant(room, identity) {
      await onOne((rooms) => rooms.removeParticipant(room, identity));
    },
    async applyRole(admission) {
      const { room, identity, name } = admission;
      const permission = await permissionOf(admission);
      await onOne((rooms) => rooms.updateParticipant(room, identity, { permission, name }));
    },
    async muteParticipant(room, identity) {
      const found = await call((rooms) => rooms.getParticipant(room, identity));
      if (!found) return 'absent';
      const open = found.tracks.filter(({ muted }) => !muted);
      await Promise.all(
        open.map(({ sid }) => call((rooms) => rooms.mutePublishedTrack(room, identity, sid, true))),
      );
      return found.tracks.length > 0 ? 'muted' : 'silent';
    },
  };
}

type Call = <T>(act: (rooms: RoomServiceClient) => Promise<T>) => Promise<T | null>;

/** Calls LiveKit; what it does not find is null, every other failure is `MediaUnavailable`. */
function caller({ url, apiKey, apiSecret }: Endpoint): Call {
  let client: Promise<RoomServiceClient> | undefined;
  const connect = async () => {
    const { RoomServiceClient } = await import('livekit-server-sdk');
    return new RoomServiceClient(url, apiKey, apiSecret, { requestTimeout: TIMEOUT_S });
  };
  return async (act) => {
    client ??= connect();
    return act(await client).catch((cause: unknown) => {
      if (isNotFound(cause)) return null;
      throw new MediaUnavailable('LiveKit did not do what it was asked', { cause });
    });
  };
}

function isNotFound(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'not_found';
}

async function untilBelieved(ask: () => Promise<unknown>, doubts: number): Promise<void> {
  for (let left = doubts; (await ask()) === null && left > 0; left -= 1) await sleep(DOUBT_MS);
}

async function permissionOf({ role, exposed }: Admission) {
  const { TrackSource } = await import('livekit-server-sdk');
  return { ...permissionsFor(role, exposed), canPublishSources: [TrackSource.MICROPHONE] };
}

function seen({ identity, sid, joinedAtMs, permission }: ParticipantInfo): MediaParticipant {
  return {
    identity,
    sid,
    joinedAt: Number(joinedAtMs),
    canPublish: permission?.canPublish ?? false,
    hidden: permission?.hidden ?? false,
  };
}
