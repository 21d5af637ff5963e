import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { outlastHost } from '../../support/outlast-host.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { LiveTalk } from '../../support/stage-live.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { readsPerMinute: 100_000 } });
});

afterAll(() => server.stop());

test('a talk outlasts its host by the real 10 and 60 seconds', { timeout: 180_000 }, () =>
  outlastHost(server, DEFAULT_LIMITS),
);

test('a host who only listens is not taken for gone', { timeout: 90_000 }, async () => {
  const talk = await LiveTalk.open(server, 'Silence is no absence');
  const { lineQuietMs, hostAwayMs, reconcileMs } = DEFAULT_LIMITS;
  await pass(lineQuietMs + hostAwayMs + reconcileMs);
  const { v, hostLostAt } = (await talk.stage()).stage;
  expect(hostLostAt).toBeNull();
  // Live is the second version: nothing has been noted and taken back since.
  expect(v).toBe(2);
  await talk.close();
});
