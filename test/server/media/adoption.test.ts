import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MediaSettings } from '../../../server/media/livekit-config.ts';
import { prepareLiveKit } from '../../../server/media/livekit-process.ts';
import { freePort } from '../../../server/media/ports-in-use.ts';

const ALONE_MS = 1_000;

let settings: MediaSettings;
let close = () => {};

beforeEach(async () => {
  const [tcpPort, udpPort] = await Promise.all([freePort(), freePort()]);
  const dataDir = await mkdtemp(join(tmpdir(), 'perch-'));
  settings = {
    dataDir,
    tcpPort,
    udpPort,
    isPublic: false,
    webhookUrl: 'http://127.0.0.1:1/internal/livekit',
  };
});

afterEach(async () => {
  close();
  await rm(settings.dataDir, { recursive: true, force: true });
});

/** What an earlier run leaves behind: keys, port, and how LiveKit was started. */
async function earlierRun(): Promise<string> {
  const earlier = await prepareLiveKit(settings, ALONE_MS);
  const child = await earlier.launch('true');
  if (child.exitCode === null) await once(child, 'exit');
  return earlier.endpoint.url;
}

/** Something that listens where LiveKit was: `health` answers the health call, `status` is what it says to our key. */
async function answering(url: string, health: RequestListener, status: number): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url === '/') return void health(request, response);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  server.listen(Number(new URL(url).port), '127.0.0.1');
  await once(server, 'listening');
}

const say =
  (status: number): RequestListener =>
  (_request, response) =>
    void response.writeHead(status).end();
const saysNothing: RequestListener = () => {};

test.each([
  ['is well', say(200)],
  ['says that it is unwell', say(406)],
  ['is too busy to say how it is', saysNothing],
])('a LiveKit that knows our key and %s goes on', async (_how, health) => {
  const url = await earlierRun();
  await answering(url, health, 200);
  const livekit = await prepareLiveKit(settings, ALONE_MS);
  expect(livekit.survivor).toBe(true);
  expect(livekit.endpoint.url).toBe(url);
});

test('a stranger on the port of before is left alone', async () => {
  const url = await earlierRun();
  await answering(url, say(200), 401);
  const livekit = await prepareLiveKit(settings, ALONE_MS);
  expect(livekit.survivor).toBe(false);
  expect(livekit.endpoint.url).not.toBe(url);
});

test('with nobody there LiveKit gets the port of before', async () => {
  const url = await earlierRun();
  const livekit = await prepareLiveKit(settings, ALONE_MS);
  expect(livekit.survivor).toBe(false);
  expect(livekit.endpoint.url).toBe(url);
});
