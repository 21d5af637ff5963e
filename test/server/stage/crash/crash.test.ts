import { afterAll, beforeAll, test } from 'vitest';
import { startServer, type TestServer } from '../../../support/server.ts';
import { type Cell, CRASH_LIMITS, playCell } from './crash-cell.ts';

/** A few; the whole matrix is in the slow suite. */
const CELLS: Cell[] = [
  { step: 'remove', victim: 'server', moment: 'under way' },
  { step: 'start', victim: 'server', moment: 'sent' },
  { step: 'demote', victim: 'LiveKit', moment: 'sent' },
];

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { ...CRASH_LIMITS, startingMs: 2_000, reconcileMs: 500 } });
});

afterAll(() => server.stop());

test.each(CELLS)('$victim killed, $step $moment: all is right again', (cell) => playCell(server, cell));
