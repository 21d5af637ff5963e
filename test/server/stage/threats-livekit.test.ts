import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { DataPacket_Kind, RoomServiceClient } from 'livekit-server-sdk';
import { RoomEvent } from '@livekit/rtc-node';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../support/livekit-clients.ts';
import { mediaKeys, refreshedToken, roomService, type MediaKeys } from '../../support/media-keys.ts';
import { raiseVoice } from '../../support/raise-voice.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { openSignalLine } from '../../support/signal-line.ts';
import { LiveTalk, type Member } from '../../support/stage-live.ts';
import { Rows } from '../../support/stage-rows.ts';
import { sendWebhook, type Sighting } from '../../support/stage-webhooks.ts';
import { until } from '../../support/until.ts';

const OUT_WITHIN_MS = 6_000;
const LIMITS = { guestsPerMinute: 10_000, joinsPerMinute: 10_000, requestEveryMs: 0, reconcileMs: 1_000 };

let server: TestServer;
let keys: MediaKeys;
let livekit: RoomServiceClient;

beforeAll(async () => {
  server = await startServer({ limits: LIMITS });
  keys = await mediaKeys(server.dataDir);
  livekit = await roomService(server.dataDir);
});

afterAll(() => server.stop());

async function open(title: string): Promise<LiveTalk> {
  const talk = await LiveTalk.open(server, title);
  onTestFinished(() => talk.close());
  return talk;
}

const refreshed = (talk: LiveTalk, { join }: Member) =>
  refreshedToken(keys, { identity: join.participantId, room: talk.room });

/** Past the gate, as only somebody on this machine could. */
const direct = (token: string) => listen({ url: `ws://127.0.0.1:${keys.port}`, token });

/** The same without sound: LiveKit's own client, thrown out while it still connects, waits 15 s and comes again. */
const sit = (token: string) => openSignalLine(`ws://127.0.0.1:${keys.port}`, token);

const infoOf = (talk: LiveTalk, { join }: Member) => livekit.getParticipant(talk.room, join.participantId);

test('who was moved off the stage replays the token of then and sends nothing', async () => {
  const talk = await open('Off the stage');
  const member = await talk.speaker('Bea');
  const promoted = await refreshed(talk, member);
  await talk.sure(talk.act(talk.host, 'demote', member));
  const again = await listen({ url: member.join.url, token: promoted });
  await expect(raiseVoice(again.room)).rejects.toThrow();
  const { permission, tracks } = await infoOf(talk, member);
  expect([permission?.canPublish, permission?.hidden, tracks]).toEqual([false, false, []]);
  await again.leave();
});

test('who comes in past the gate is out again within seconds', async () => {
  const talk = await open('By the back door');
  const removed = await talk.speaker('Bea');
  const own = await refreshed(talk, removed);
  await talk.sure(talk.act(talk.host, 'remove', removed));
  const stranger = { identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV', room: talk.room };
  for (const token of [removed.join.token, own, await refreshedToken(keys, stranger)]) {
    const line = await sit(token);
    const inAt = Date.now();
    await line.gone;
    expect(Date.now() - inAt).toBeLessThan(OUT_WITHIN_MS);
  }
  const inside = await livekit.listParticipants(talk.room);
  expect(inside.map(({ identity }) => identity)).toEqual([talk.host.join.participantId]);
});

test('who gives themself rights past the gate has them for seconds at most', async () => {
  const talk = await open('Self-made speaker');
  const listener = await talk.listener('Lea');
  const line = await direct(await refreshed(talk, listener));
  const inAt = Date.now();
  await until(
    'the right to be taken',
    async () => (await infoOf(talk, listener)).permission?.canPublish === false,
  );
  expect(Date.now() - inAt).toBeLessThan(OUT_WITHIN_MS);
  await line.leave();
});

test('LiveKit is not to be reached at any other address of this machine', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  for (const host of ['127.0.0.2', ...outside]) expect(await answersAt(host, keys.port)).toBe(false);
  expect(await answersAt('127.0.0.1', keys.port)).toBe(true);
});

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 });
    const end = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

test('nobody writes names, attributes or data to the others, neither from the stage nor from below', async () => {
  const talk = await open('Nothing but sound');
  const [speaker, listener] = [await talk.speaker('Bea'), await talk.listener('Lea')];
  const arrived: string[] = [];
  const host = talk.host.line!;
  host.room.on(RoomEvent.DataReceived, (data: Uint8Array) => arrived.push(new TextDecoder().decode(data)));
  for (const { line } of [speaker, listener]) {
    const me = line!.room.localParticipant!;
    const flood = new TextEncoder().encode('flood');
    await Promise.allSettled([
      me.updateName('Host'),
      me.updateMetadata('x'.repeat(100_000)),
      me.setAttributes({ role: 'host' }),
      me.publishData(flood, { reliable: true }),
      me.publishData(flood, { reliable: false }),
    ]);
  }
  await raiseVoice(speaker.line!.room);
  await host.untilHeard();
  await livekit.sendData(talk.room, new TextEncoder().encode('end'), DataPacket_Kind.RELIABLE, {});
  await until('what the server itself says', async () => arrived.includes('end'));
  expect(arrived).toEqual(['end']);
  for (const [member, name] of [
    [speaker, 'Bea'],
    [listener, ''],
  ] as const) {
    expect(await infoOf(talk, member)).toMatchObject({ name, metadata: '', attributes: {} });
  }
});

test('five thousand webhooks in a second, false, doubled and shuffled, leave the truth standing', async () => {
  const talk = await open('A storm of news');
  const members = [talk.host, await talk.speaker('Bea'), await talk.listener('Lea')];
  const storm = stormAbout(talk, members, 5_000);
  const waiting = [...storm];
  const send = async () => {
    for (let seen = waiting.pop(); seen; seen = waiting.pop()) {
      expect(await sendWebhook(server.url, keys, seen)).toBe(204);
    }
  };
  await Promise.all(Array.from({ length: 40 }, send));
  const rows = new Rows(server.dataDir);
  onTestFinished(() => rows.close());
  const truth = async () => {
    const inside = await livekit.listParticipants(talk.room);
    const sids = new Map(inside.map(({ identity, sid }) => [identity, sid]));
    const open = rows.inside(talk.id);
    return open.length === 3 && open.every(({ id, sid, isGone }) => !isGone && sid === sids.get(id));
  };
  await until('the truth', truth, 60_000);
  expect((await talk.stage()).stage.people.map(({ name, role }) => [name, role])).toEqual([
    ['Ana', 'host'],
    ['Bea', 'speaker'],
  ]);
}, 180_000);

function stormAbout(talk: LiveTalk, members: Member[], count: number): Sighting[] {
  return Array.from({ length: count }, (_, n) => ({
    event: n % 3 === 0 ? 'participant_left' : 'participant_joined',
    // Every fifth one comes twice.
    id: `EV_storm_${n % 5 === 0 ? n : n + 1}`,
    room: n % 11 === 0 ? 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1' : talk.room,
    identity: n % 13 === 0 ? `p_nobody_${n}` : members[n % members.length]!.join.participantId,
    sid: `PA_storm_${n}`,
    joinedAt: Date.now() - 60_000 + ((n * 7_919) % 120_000),
  }));
}

test('a room of no Space is deleted with whoever sits in it', async () => {
  const name = 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1';
  const token = await refreshedToken(keys, { identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV', room: name });
  const line = await until('a seat in it', async () => {
    await livekit.createRoom({ name });
    return sit(token).catch(() => null); // The server may have deleted the room by then.
  });
  await line.gone;
  await until('the room to be gone', async () => (await livekit.listRooms([name])).length === 0);
});
