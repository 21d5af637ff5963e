import { afterAll, beforeAll, test } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { outlastHost } from '../../support/outlast-host.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { readsPerMinute: 100_000 } });
});

afterAll(() => server.stop());

test('a talk outlasts its host by the real 10 and 60 seconds', { timeout: 180_000 }, () =>
  outlastHost(server, DEFAULT_LIMITS),
);
