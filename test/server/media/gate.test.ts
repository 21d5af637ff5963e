import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { Guest } from '../../../server/demo/client.ts';
import { knock, validate } from '../../support/knock.ts';
import { listen, speak } from '../../support/livekit-clients.ts';
import { mediaKeys, refreshedToken, roomService } from '../../support/media-keys.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { guestsPerMinute: 1_000 } });
});

afterAll(() => server.stop());

const roomOf = ({ space }: Join) => `s_${space.id}_1`;

async function hosted(title: string): Promise<{ host: Guest; join: Join }> {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start(title);
  await speak(join);
  return { host, join };
}

async function joined(spaceId: string): Promise<{ guest: Guest; join: Join }> {
  const guest = await Guest.arrive(server.url, 'Ben');
  return { guest, join: await guest.join(spaceId) };
}

async function refreshed(join: Join, ttl?: number): Promise<string> {
  const keys = await mediaKeys(server.dataDir);
  return refreshedToken(keys, { identity: join.participantId, room: roomOf(join), ttl });
}

const IN = [200, 101, 101];
const OUT = [401, 401, 401];

/** Every way in, with one token. */
async function everyAnswer(token: string): Promise<number[]> {
  const ways = [validate(server.url, token), knock(server.url, token)];
  return Promise.all([...ways, knock(server.url, token, { inHeader: true })]);
}

test('lets a fresh and a refreshed token in', async () => {
  const { host, join } = await hosted('Come in');
  const { join: mine } = await joined(join.space.id);
  expect(await everyAnswer(mine.token)).toEqual(IN);
  expect(await everyAnswer(await refreshed(mine))).toEqual(IN);
  await host.end(join.space.id);
});

test('refuses no token, nonsense, a foreign key and a tampered token', async () => {
  const { host, join } = await hosted('Keep out');
  const { join: mine } = await joined(join.space.id);
  const foreign = { apiKey: 'PKforeign', apiSecret: 'x'.repeat(43) };
  const { apiKey } = await mediaKeys(server.dataDir);
  const claims = { identity: mine.participantId, room: roomOf(join) };
  const [head, body, signature] = mine.token.split('.') as [string, string, string];
  const changed = Buffer.from(
    Buffer.from(body, 'base64url').toString().replace('"canPublish":false', '"canPublish":true'),
  ).toString('base64url');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  for (const token of [
    '',
    'nonsense',
    await refreshedToken(foreign, claims),
    await refreshedToken({ ...foreign, apiKey }, claims),
    `${head}.${changed}.${signature}`,
    `${unsigned}.${body}.`,
  ]) {
    expect(await everyAnswer(token)).toEqual(OUT);
  }
  await host.end(join.space.id);
});

test('refuses a token that has run out', async () => {
  const { host, join } = await hosted('Out of time');
  const { join: mine } = await joined(join.space.id);
  expect(await everyAnswer(await refreshed(mine, -60))).toEqual(OUT);
  await host.end(join.space.id);
});

test('refuses somebody who left, with the token of then and a refreshed one', async () => {
  const { host, join } = await hosted('Gone is gone');
  const { guest, join: mine } = await joined(join.space.id);
  const listener = await listen(mine);
  await listener.untilHeard();
  await guest.leave(join.space.id);
  await listener.gone;
  expect(await everyAnswer(mine.token)).toEqual(OUT);
  expect(await everyAnswer(await refreshed(mine))).toEqual(OUT);
  await host.end(join.space.id);
});

test('refuses everybody once the Space has ended', async () => {
  const { host, join } = await hosted('All over');
  const { join: mine } = await joined(join.space.id);
  await host.end(join.space.id);
  for (const token of [mine.token, join.token, await refreshed(mine), await refreshed(join)]) {
    expect(await everyAnswer(token)).toEqual(OUT);
  }
});

test('refuses an identity that it never gave out', async () => {
  const { host, join } = await hosted('Strangers');
  const keys = await mediaKeys(server.dataDir);
  const identity = 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const token = await refreshedToken(keys, { identity, room: roomOf(join) });
  expect(await everyAnswer(token)).toEqual(OUT);
  await host.end(join.space.id);
});

test("gives today's grants, whatever the token says", async () => {
  const { host, join } = await hosted('Only the host speaks');
  const { join: mine } = await joined(join.space.id);
  const listener = await listen({ url: mine.url, token: await refreshed(mine) });
  await listener.untilHeard();
  const rooms = await roomService(server.dataDir);
  const seen = await rooms.getParticipant(roomOf(join), mine.participantId);
  expect(seen.permission).toMatchObject({ canPublish: false, canSubscribe: true, hidden: true });
  await host.end(join.space.id);
});

test('lets nobody make a second identity of a first', async () => {
  const { host, join } = await hosted('One of each');
  const response = await fetch(
    `${server.url}/rtc/validate?access_token=${join.token}&publish=again&room=other`,
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  await host.end(join.space.id);
});

test('makes a missing room instead of answering 404', async () => {
  const { host, join } = await hosted('A room that got lost');
  const { join: mine } = await joined(join.space.id);
  const rooms = await roomService(server.dataDir);
  await rooms.deleteRoom(roomOf(join));
  expect(await everyAnswer(mine.token)).toEqual(IN);
  await host.end(join.space.id);
});
