import { setTimeout as sleep } from 'node:timers/promises';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { ulid } from 'ulid';
import { permissionsFor } from '#shared/policy/permissions.ts';
import type { Endpoint } from '../../server/media/endpoint.ts';
import { startLoneLiveKit } from './lone-livekit.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { openSignalLine, type SignalLine } from '../support/signal-line.ts';

const JOINS = 1_000;
const AT_ONCE = 20;
const GOAL = 0.1;
const PING_MS = 4_000;
/** LiveKit tells of newcomers every 3 s; then all has been said. */
const SETTLE_MS = 5_000;
const TOKEN = '10m';

async function tokenFor({ apiKey, apiSecret }: Endpoint, room: string, hidden: boolean): Promise<string> {
  const { canUpdateMetadata, ...may } = permissionsFor('listener');
  const token = new AccessToken(apiKey, apiSecret, {
    identity: `p_${ulid()}`,
    name: 'Guest 4821',
    ttl: TOKEN,
  });
  token.addGrant({ ...may, hidden, room, roomJoin: true, canUpdateOwnMetadata: canUpdateMetadata });
  return token.toJwt();
}

/** Opens `JOINS` lines, `AT_ONCE` of them at a time. */
async function joinAll(open: () => Promise<SignalLine>, lines: SignalLine[]): Promise<void> {
  let begun = 0;
  const worker = async () => {
    while (begun < JOINS) {
      begun += 1;
      lines.push(await open());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** What one of the thousand receives on average, from its own join until the storm has settled, in bytes. */
async function storm(endpoint: Endpoint, hidden: boolean): Promise<number> {
  const room = `s_${ulid()}_1`;
  const service = new RoomServiceClient(endpoint.url, endpoint.apiKey, endpoint.apiSecret);
  await service.createRoom({ name: room });
  const lines: SignalLine[] = [];
  const pinging = setInterval(() => lines.forEach((line) => line.ping()), PING_MS);
  try {
    await joinAll(async () => openSignalLine(endpoint.url, await tokenFor(endpoint, room, hidden)), lines);
    await sleep(SETTLE_MS);
    const inside = (await service.listParticipants(room)).length;
    if (inside !== JOINS) throw new Error(`${inside} of ${JOINS} were inside when the storm had settled`);
    return lines.reduce((sum, line) => sum + line.received(), 0) / JOINS;
  } finally {
    clearInterval(pinging);
    for (const line of lines) line.close();
    await service.deleteRoom(room);
  }
}

/** Signalling bytes a listener receives while a thousand join: hidden, as Perch's listeners are, against visible. */
export const joinStormBytes: Row = {
  name: 'join-storm-bytes',
  async run() {
    const livekit = await startLoneLiveKit();
    try {
      const hidden = await storm(livekit.endpoint, true);
      say(`join-storm-bytes: hidden, ${Math.round(hidden)} bytes a listener`);
      const visible = await storm(livekit.endpoint, false);
      const ratio = hidden / visible;
      return {
        value: Math.round(hidden),
        unit: 'bytes',
        against: `visible listeners, ${Math.round(visible)} bytes each`,
        ratio,
        goal: `<= ${GOAL}`,
        holds: ratio <= GOAL,
      };
    } finally {
      await livekit.stop();
    }
  },
};
