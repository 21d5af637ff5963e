import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '../../../server/demo/child.ts';

const run = promisify(execFile);
const CHECK = join(ROOT, 'server/check-node.mjs');

it('lets the pinned Node pass in silence', async () => {
  expect(await run(process.execPath, [CHECK])).toEqual({ stdout: '', stderr: '' });
});

it('says in one sentence what to do on an older Node', async () => {
  const older = 'Object.defineProperty(process.versions, "node", { value: "20.20.2" });';
  const data = `data:text/javascript,${encodeURIComponent(older)}`;
  await expect(run(process.execPath, ['--import', data, CHECK])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Perch runs on Node 24 and this is Node 20\.20\.2: run "npm ci".*\.\n$/),
  });
});

it('asks for npm ci where nothing is installed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perch-bare-'));
  await cp(CHECK, join(folder, 'server/check-node.mjs'));
  const bare = run(process.execPath, [join(folder, 'server/check-node.mjs')]);
  await expect(bare).rejects.toMatchObject({ stderr: expect.stringMatching(/run "npm ci"/) });
  await rm(folder, { recursive: true });
});
