import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from '../support/server.ts';
import type { Row } from './row.ts';

const LIMIT_MB = 120;
const IDLE_MS = 10_000;
const KB_A_MB = 1024;

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kb = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kb === undefined) throw new Error('The memory of a process can be read on Linux alone.');
  return Number(kb) / KB_A_MB;
}

/** Our own process after ten quiet seconds; LiveKit is another one. */
export const serverIdleRss: Row = {
  name: 'server-idle-rss',
  async run() {
    const server = await startServer();
    try {
      await wait(IDLE_MS);
      const value = await residentMb(server.pid);
      return {
        value: Math.round(value * 10) / 10,
        unit: 'MB',
        against: `limit of ${LIMIT_MB} MB`,
        ratio: value / LIMIT_MB,
        goal: `<= ${LIMIT_MB} MB`,
        holds: value <= LIMIT_MB,
      };
    } finally {
      await server.stop();
    }
  },
};
