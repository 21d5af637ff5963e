import { afterAll, beforeAll, test } from 'vitest';
import { outlastHost } from '../../support/outlast-host.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const LIMITS = { hostAwayMs: 300, hostGraceMs: 1_500, reconcileMs: 300, requestEveryMs: 0 };
let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: LIMITS });
});

afterAll(() => server.stop());

test('a talk outlasts its host', () => outlastHost(server, LIMITS));
