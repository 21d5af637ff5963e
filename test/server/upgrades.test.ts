import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ livekit: false });
});

afterAll(() => server.stop());

/** Asks for an upgrade and cuts the line, without a goodbye, at the first word of the answer. */
async function cutOff(path: string): Promise<void> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  const lines = ['Host: perch', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  socket.write(`GET ${path} HTTP/1.1\r\n${[...lines, key].join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.resetAndDestroy();
  await once(socket, 'close');
}

test.each(['/nowhere', '/rtc', '/rtc/v1?access_token=nonsense', '/v1/stream'])(
  'outlives a client that cuts its line while it upgrades %s',
  async (path) => {
    for (let time = 0; time < 20; time += 1) await cutOff(path);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  },
);

test('takes requests without a body, as a browser sends them, and none that does not call its body JSON', async () => {
  const made = await fetch(`${server.url}/v1/auth/guest`, { method: 'POST' });
  const { token } = (await made.json()) as { token: string };
  const take = (path: string) =>
    fetch(`${server.url}${path}`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  expect((await take('/v1/blocks/01HZZZZZZZZZZZZZZZZZZZZZZZ')).status).toBe(204);
  expect((await take('/v1/spaces/01HZZZZZZZZZZZZZZZZZZZZZZZ/request')).status).toBe(404);
  const bare = { method: 'POST', body: new TextEncoder().encode('{}') };
  expect((await fetch(`${server.url}/v1/auth/guest`, bare)).status).toBe(415);
});
