import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openStore } from '../../server/store/store.ts';

const WRITER = fileURLToPath(new URL('./crash-writer-process.ts', import.meta.url));

/** Kills a writing process after a changing number of acknowledged writes, `rounds` times, and checks each of them. */
export async function killWhileWriting(dir: string, rounds: number): Promise<void> {
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await writeThenKill(dir, 1 + (round % 7) * 5)));
    await expectAll(dir, acknowledged.slice(-200));
  }
  await expectAll(dir, acknowledged);
}

async function writeThenKill(dir: string, after: number): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(writer, 'close');
  const ids: string[] = [];
  createInterface({ input: writer.stdout }).on('line', (id) => {
    if (ids.push(id) === after) writer.kill('SIGKILL');
  });
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  // A line cut off by the end acknowledges nothing.
  return ids.filter((id) => id.length === 26);
}

async function expectAll(dir: string, ids: string[]): Promise<void> {
  const store = await openStore(dir);
  for (const id of ids) {
    expect(await store.space(id)).toMatchObject({ title: 'Written', version: 2 });
    expect(await store.stage(id)).toHaveLength(1);
  }
  await store.close();
}
