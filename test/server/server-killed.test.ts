import { expect, onTestFinished, test } from 'vitest';
import type { Join, Session } from '#shared/schema/api.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ROUNDS = 3;
const WRITERS = 4;
const ACKNOWLEDGED = 12;

test('a server killed in the middle of writes has every acknowledged one after its start', async () => {
  const server = await startServer({ limits: { guestsPerMinute: 10_000, startsPerMinute: 10_000 } });
  onTestFinished(() => server.stop());
  const all: { token: string; spaceId: string }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    all.push(...(await writeUntilKilled(server)));
    await server.restart();
    for (const { token, spaceId } of all) expect(await leave(server, token, spaceId)).toBe(204);
  }
  expect(all.length).toBeGreaterThanOrEqual(ROUNDS * ACKNOWLEDGED);
});

async function writeUntilKilled(server: TestServer) {
  const acknowledged: { token: string; spaceId: string }[] = [];
  let killed: Promise<void> | null = null;
  const write = async () => {
    while (!killed) {
      const written = await startSpace(server).catch(() => null);
      if (written) acknowledged.push(written);
      if (acknowledged.length >= ACKNOWLEDGED) killed ??= server.kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await killed;
  return acknowledged;
}

async function startSpace(server: TestServer): Promise<{ token: string; spaceId: string }> {
  const { token } = await post<Session>(server, '/v1/auth/guest', {});
  const { space } = await post<Join>(server, '/v1/spaces', { title: 'Talk' }, token);
  return { token, spaceId: space.id };
}

async function leave(server: TestServer, token: string, spaceId: string): Promise<number> {
  return (await send(server, `/v1/spaces/${spaceId}/leave`, {}, token)).status;
}

async function post<T>(server: TestServer, path: string, body: unknown, token?: string): Promise<T> {
  const response = await send(server, path, body, token);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

function send(server: TestServer, path: string, body: unknown, token?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(new URL(path, server.url), { method: 'POST', headers, body: JSON.stringify(body) });
}
