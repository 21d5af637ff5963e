import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../../../server/demo/child.ts';
import { freePort } from '../../../server/media/ports-in-use.ts';
import { until } from '../../support/until.ts';

const WITHIN_MS = 60_000;

/** A browser that notes how it was opened and stays until it is closed. */
const BROWSER = `#!/bin/sh
if [ "$1" = --version ]; then echo 'Chromium 156.0'; exit; fi
echo $$ > "$OPENED.pid"
echo "$@" > "$OPENED"
exec sleep 600
`;

let folder: string;
let port: number;
let demo: ChildProcess;
let said: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-demo-'));
  port = await freePort();
});
afterEach(async () => {
  if (demo.exitCode === null) {
    demo.kill('SIGTERM');
    await once(demo, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

async function startDemo(env: Record<string, string>, ...options: string[]): Promise<void> {
  const [tcpPort, udpPort] = await Promise.all([freePort(), freePort()]);
  const ports = { PORT: `${port}`, LIVEKIT_TCP_PORT: `${tcpPort}`, LIVEKIT_UDP_PORT: `${udpPort}` };
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  demo = spawn(process.execPath, ['server/demo/start.ts', ...options], {
    cwd: ROOT,
    env: { ...rest, DATA_DIR: folder, ...ports, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  said = '';
  for (const stream of [demo.stdout!, demo.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
}

const untilSaid = (words: string) =>
  until(
    words,
    async () => said.includes(words),
    WITHIN_MS,
    async () => ` in: ${said}`,
  );

const timeline = () => fetch(`http://localhost:${port}/demo/timeline`).catch(() => null);

it(
  'prints in three lines what to load where without a display, and stops it all at a signal',
  async () => {
    await startDemo({});
    await untilSaid('Ctrl-C here stops everything.');
    expect(said).toMatch(
      /\n1\. .*chrome-mv3\n2\. Open http:\/\/localhost:\d+\/demo\/timeline there\.\n3\. .*\n$/,
    );
    expect((await timeline())?.status).toBe(200);
    demo.kill('SIGINT');
    expect(await once(demo, 'exit')).toEqual([0, null]);
    expect(await timeline()).toBeNull();
  },
  WITHIN_MS,
);

it(
  'opens a browser with its icon in sight, and goes on when it is closed',
  async () => {
    const browser = join(folder, 'chromium');
    const opened = join(folder, 'opened');
    await writeFile(browser, BROWSER, { mode: 0o755 });
    await startDemo({ DISPLAY: ':7', CHROME_PATH: browser, OPENED: opened });
    const flags = await until('the browser', () => readFile(opened, 'utf8').catch(() => null), WITHIN_MS);
    expect(flags).toMatch(/--load-extension=\S+chrome-mv3 .* http:\/\/localhost:\d+\/demo\/timeline\n$/);
    const profile = join(folder, 'demo-browser/Default/Preferences');
    expect(JSON.parse(await readFile(profile, 'utf8'))).toMatchObject({
      extensions: { pinned_extensions: [expect.stringMatching(/^[a-p]{32}$/)], ui: { developer_mode: true } },
    });
    await untilSaid('Chromium is open');
    process.kill(Number(await readFile(`${opened}.pid`, 'utf8')), 'SIGTERM');
    await untilSaid('the server goes on');
    expect((await timeline())?.status).toBe(200);
  },
  WITHIN_MS,
);

it('says in one sentence which option it does not know', async () => {
  await startDemo({}, '--nope');
  expect(await once(demo, 'close')).toEqual([1, null]);
  expect(said).toMatch(/^"npm start" does not know that option.*\n$/);
});

it('says in one sentence that its port is taken, and how to take another', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  await startDemo({});
  expect(await once(demo, 'close')).toEqual([1, null]);
  expect(said).toMatch(new RegExp(`^Port ${port} is taken: .*"PORT=${port + 1} npm start"\\.\n$`));
  other.close();
});
