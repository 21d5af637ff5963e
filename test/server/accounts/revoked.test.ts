import { once } from 'node:events';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Device } from '#shared/schema/account.ts';
import { speak } from '../../support/livekit-clients.ts';
import { mediaKeys, refreshedToken, roomService, type MediaKeys } from '../../support/media-keys.ts';
import { listen } from '../../support/livekit-clients.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { LiveTalk, type Member } from '../../support/stage-live.ts';
import { until } from '../../support/until.ts';

const WITHIN_MS = 1_000;

let server: TestServer;
let keys: MediaKeys;
let livekit: RoomServiceClient;

beforeAll(async () => {
  server = await startServer({ limits: { requestEveryMs: 0, guestsPerMinute: 1_000 } });
  keys = await mediaKeys(server.dataDir);
  livekit = await roomService(server.dataDir);
});

afterAll(() => server.stop());

async function open(title: string): Promise<LiveTalk> {
  const talk = await LiveTalk.open(server, title);
  onTestFinished(() => talk.close());
  return talk;
}

async function call({ guest }: Member, method: string, path: string): Promise<Response> {
  const headers = { authorization: `Bearer ${guest.token}`, 'content-type': 'application/json' };
  return fetch(`${server.url}${path}`, { method, headers, ...(method === 'POST' && { body: '{}' }) });
}

/** A push socket that follows the Space as this person, and when it was told that they are nowhere. */
async function follow(talk: LiveTalk, { guest }: Member): Promise<{ nowhereAt: Promise<number> }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/v1/stream`);
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  let [isThere, nowhere] = [() => {}, (_at: number) => {}];
  const there = new Promise<void>((resolve) => (isThere = resolve));
  const nowhereAt = new Promise<number>((resolve) => (nowhere = resolve));
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { t: string; me?: unknown };
    if (message.t !== 'me') return;
    if (message.me) isThere();
    else nowhere(Date.now());
  });
  socket.send(JSON.stringify({ t: 'hello', topics: [] }));
  socket.send(JSON.stringify({ t: 'follow', spaceId: talk.id, token: guest.token }));
  await there;
  return { nowhereAt };
}

const inRoom = async (talk: LiveTalk) =>
  (await livekit.listParticipants(talk.room)).map(({ identity }) => identity);

test('a session that is signed out is out of LiveKit, of the gate and of its socket within a second', async () => {
  const talk = await open('Signed out');
  const member = await talk.speaker('Bea');
  const socket = await follow(talk, member);
  const token = await refreshedToken(keys, { identity: member.join.participantId, room: talk.room });
  const at = Date.now();
  expect((await call(member, 'POST', '/v1/auth/sign-out')).status).toBe(204);
  await member.line!.gone;
  expect(Date.now() - at).toBeLessThan(WITHIN_MS);
  expect((await socket.nowhereAt) - at).toBeLessThan(WITHIN_MS);
  expect((await call(member, 'GET', '/v1/me')).status).toBe(401);
  for (const each of [member.join.token, token]) {
    await expect(listen({ url: member.join.url, token: each })).rejects.toThrow();
  }
  expect(await inRoom(talk)).toEqual([talk.host.join.participantId]);
});

test('a deleted account is out as fast, and what it said is silent', async () => {
  const talk = await open('Deleted');
  const member = await talk.speaker('Bea');
  const [socket, ear] = [await follow(talk, member), await talk.listener('Lea')];
  await member.line!.leave();
  const join = await member.guest.join(talk.id);
  const voice = await speak(join);
  onTestFinished(() => voice.hangUp());
  await ear.line!.untilHeard();
  const at = Date.now();
  expect((await call(member, 'DELETE', '/v1/me')).status).toBe(204);
  const lastHeard = await ear.line!.untilSilent(700);
  expect(lastHeard - at).toBeLessThan(WITHIN_MS);
  expect((await socket.nowhereAt) - at).toBeLessThan(WITHIN_MS);
  await until('the room to have let go', async () => !(await inRoom(talk)).includes(join.participantId));
});

test('a host who is signed out leaves a Space that goes on', async () => {
  const talk = await open('Without a host');
  const member = await talk.speaker('Bea');
  const { sessions } = (await (await call(talk.host, 'GET', '/v1/me/sessions')).json()) as {
    sessions: Device[];
  };
  const at = Date.now();
  expect((await call(talk.host, 'DELETE', `/v1/me/sessions/${sessions[0]!.id}`)).status).toBe(204);
  await talk.host.line!.gone;
  expect(Date.now() - at).toBeLessThan(WITHIN_MS);
  const { stage, me } = await talk.stage(member);
  expect(stage).toMatchObject({ state: 'live', people: [{ name: 'Bea' }] });
  expect(stage.hostLostAt).not.toBeNull();
  expect(me?.role).toBe('speaker');
});
