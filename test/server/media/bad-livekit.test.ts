import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let folder: string;
let server: TestServer;

/** It has the right version, but never runs. */
const program = (tries: string) => `#!/bin/sh
[ "$1" = --version ] && echo "livekit-server version 1.13.5" && exit
echo $$ >>"${tries}"
echo "process $$ has no room to run" >&2
exit 1
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-'));
  const path = join(folder, 'livekit-server');
  await writeFile(path, program(join(folder, 'tries')));
  await chmod(path, 0o755);
  server = await startServer({ livekit: false, env: { PATH: `${folder}:${process.env.PATH}` } });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const tries = async () =>
  (await readFile(join(folder, 'tries'), 'utf8').catch(() => '')).split('\n').length - 1;

test('a LiveKit that never starts leaves the rest alive, and its reason is logged once', async () => {
  await until('three tries', async () => (await tries()) >= 3);
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, store: true, media: false }]);
  expect((await fetch(`${server.url}/v1/live`)).status).toBe(200);
  const complaints = server.output().match(/^.*livekit does not start.*$/gm);
  expect(complaints).toEqual([expect.stringMatching(/has no room to run/)]);
  expect(await server.terminate()).toBe(0);
});
