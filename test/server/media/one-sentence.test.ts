import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../server/media/ports-in-use.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const MAIN = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the server with this environment until it ends by itself. */
async function runToEnd(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const [port, tcpPort, udpPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = { PORT: `${port}`, LIVEKIT_TCP_PORT: `${tcpPort}`, LIVEKIT_UDP_PORT: `${udpPort}` };
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: folder, ...ports, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

async function expectSentence(env: Record<string, string>, sentence: RegExp): Promise<void> {
  const { code, said } = await runToEnd(env);
  expect(said).toMatch(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

test('a second server on the same data says who holds it', async () => {
  const first: TestServer = await startServer();
  try {
    await expectSentence({ DATA_DIR: first.dataDir }, /^Another Perch server is using .*DATA_DIR/);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  } finally {
    await first.stop();
  }
});

test('a taken port is named, with the variable that changes it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expectSentence({ PORT: `${port}` }, new RegExp(`^Port ${port} is taken.* PORT `));
  other.close();
});

test('a taken media port is named, with the variable that changes it', async () => {
  const tcp = createServer().listen(0);
  await once(tcp, 'listening');
  const tcpPort = (tcp.address() as AddressInfo).port;
  await expectSentence(
    { LIVEKIT_TCP_PORT: `${tcpPort}` },
    new RegExp(`^TCP port ${tcpPort}.*LIVEKIT_TCP_PORT`),
  );
  tcp.close();
  const udp = createSocket('udp4').bind(0);
  await once(udp, 'listening');
  const udpPort = udp.address().port;
  await expectSentence(
    { LIVEKIT_UDP_PORT: `${udpPort}` },
    new RegExp(`^UDP port ${udpPort}.*LIVEKIT_UDP_PORT`),
  );
  udp.close();
});

test('a machine without LiveKit and without Go is told the ways', async () => {
  const bare = { PATH: '/usr/bin-that-is-not-there', XDG_CACHE_HOME: join(folder, 'cache') };
  await expectSentence(bare, /^Perch needs LiveKit .*Go.*PATH.*LIVEKIT_URL/);
});

test('a wrong variable is named', async () => {
  await expectSentence({ PORT: 'eighty' }, /^PORT must be/);
});
