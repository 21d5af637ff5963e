import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import type { Limits } from '#shared/schema/limits.ts';
import type { Space } from '#shared/schema/space.ts';
import { Guest } from '../../../server/demo/client.ts';
import { outlastHost } from '../../support/outlast-host.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

async function serverWith(limits: Partial<Limits>): Promise<TestServer> {
  const server = await startServer({ limits });
  onTestFinished(() => server.stop());
  return server;
}

test('a talk outlasts its host', async () => {
  const limits = { hostAwayMs: 300, hostGraceMs: 1_500, reconcileMs: 300, requestEveryMs: 0 };
  await outlastHost(await serverWith(limits), limits);
});

test('a host whose browser hangs is away, though the line stands and LiveKit waits', async () => {
  const server = await serverWith({ lineQuietMs: 500, hostAwayMs: 500, reconcileMs: 300 });
  const { token, space } = await (await Guest.arrive(server.url, 'Ana')).start('Not a sound');
  const line = new WebSocket(
    `${server.url.replace('http', 'ws')}/rtc?protocol=16&access_token=${encodeURIComponent(token)}`,
  );
  await once(line, 'open');
  const now = async () => (await (await fetch(`${server.url}/v1/spaces/${space.id}`)).json()) as Space;
  await until('the Space to be live', async () => (await now()).state === 'live');
  const lostAt = await until('the host to be away', async () => (await now()).hostLostAt);
  expect(lostAt).toBeLessThanOrEqual(Date.now() - 500);
  expect(line.readyState).toBe(WebSocket.OPEN);
  line.terminate();
});
