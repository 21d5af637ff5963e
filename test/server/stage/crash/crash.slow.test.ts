import { afterAll, beforeAll, test } from 'vitest';
import { startServer, type TestServer } from '../../../support/server.ts';
import { CRASH_LIMITS, playCell, STEPS, VICTIMS } from './crash-cell.ts';
import { MOMENTS } from './kill-during.ts';

const CELLS = STEPS.flatMap((step) =>
  VICTIMS.flatMap((victim) => MOMENTS.map((moment) => ({ step, victim, moment }))),
);

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: CRASH_LIMITS });
});

afterAll(() => server.stop());

test.each(CELLS)('$victim killed, $step $moment: all is right again', { timeout: 120_000 }, (cell) =>
  playCell(server, cell),
);
