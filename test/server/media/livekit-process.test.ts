import { spawnSync } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { Guest } from '../../../server/demo/client.ts';
import { healthOf } from '../../../server/media/livekit-probe.ts';
import { isRunning } from '../../../server/media/run-command.ts';
import { knock, validate } from '../../support/knock.ts';
import { listen, speak } from '../../support/livekit-clients.ts';
import { mediaKeys, roomService } from '../../support/media-keys.ts';
import { GAP_MS } from '../../support/patience.ts';
import { startServer, type ServerOptions, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

async function start(options?: ServerOptions): Promise<TestServer> {
  const server = await startServer(options);
  servers.push(server);
  return server;
}

/** `behind` the gate, signalling outlives the server as it does in browsers, which try to resume; this client gives up its sound at once. */
async function talking(server: TestServer, { behind = false } = {}) {
  const { port } = await mediaKeys(server.dataDir);
  const way = behind ? { url: `ws://127.0.0.1:${port}` } : {};
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Two people talk');
  const speaker = await speak({ ...join, ...way });
  const guest = await Guest.arrive(server.url, 'Ben');
  const mine = await joinWhenLive(guest, join.space.id);
  const listener = await listen({ ...mine, ...way });
  await listener.untilHeard();
  return { host, join, speaker, guest, mine, listener };
}

async function joinWhenLive(guest: Guest, spaceId: string): Promise<Join> {
  return until('the Space to be live', () => guest.join(spaceId).catch(() => null));
}

/** Processes that were started with this data directory. */
function processesOf({ dataDir }: TestServer): string[] {
  const { stdout } = spawnSync('pgrep', ['-f', dataDir], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}

test('sound goes on when the server is killed, and the next server adopts LiveKit', async () => {
  const server = await start();
  const { listener, host, join } = await talking(server, { behind: true });
  const before = await server.livekitPid();
  listener.longestGap();
  await server.kill();
  await listener.untilHeard();
  await server.restart();
  expect(await server.livekitPid()).toBe(before);
  await listener.untilHeard();
  expect(listener.longestGap()).toBeLessThan(GAP_MS);
  await host.end(join.space.id);
  await listener.gone;
});

// Each client has its own timetable for coming back; what the server owes all of them is to take them at once, as they were.
test('after a crash of the server people behind the gate get in with what they have, and hear each other', async () => {
  const server = await start();
  const { listener, speaker, host, join, mine } = await talking(server);
  await server.kill();
  await Promise.all([speaker.hangUp(), listener.leave()]);
  await server.restart();
  const again = await speak(join);
  const back = await listen(mine);
  await back.untilHeard();
  await host.end(join.space.id);
  await Promise.all([again.ended, back.gone]);
});

test('after a crash the server is back as soon as it was there at first', async () => {
  const began = Date.now();
  const server = await start();
  const firstMs = Date.now() - began;
  await server.kill();
  const crashed = Date.now();
  await server.restart();
  // What it finds saves it the start of LiveKit; twice as long is the noise of a machine that does other things as well.
  expect(Date.now() - crashed).toBeLessThan(firstMs * 2);
});

test('a LiveKit that was killed comes back with its rooms, and people can return', async () => {
  const server = await start();
  const { host, guest, join, mine, speaker, listener } = await talking(server);
  const before = await server.livekitPid();
  await server.killLivekit();
  await until('another LiveKit', async () => (await server.livekitPid().catch(() => before)) !== before);
  await server.untilReady();
  const rooms = await roomService(server.dataDir);
  await until('the room of the Space', async () => (await rooms.listRooms()).length === 1);
  expect(await validate(server.url, mine.token)).toBe(200);
  await Promise.all([speaker.hangUp(), listener.leave()]);
  const again = await speak(await host.join(join.space.id));
  const back = await listen(await guest.join(join.space.id));
  await back.untilHeard();
  await host.end(join.space.id);
  await again.ended;
});

test('the gate says "later" while LiveKit is down, never "no"', async () => {
  const server = await start({ limits: { mediaHealthMs: 60_000 } });
  const { mine } = await talking(server);
  const { group, port } = await mediaKeys(server.dataDir);
  // Its keeper cannot tell of its end, and the next health call is a minute away.
  process.kill(group, 'SIGSTOP');
  process.kill(await server.livekitPid(), 'SIGKILL');
  await until('LiveKit to be down', async () => (await healthOf(`http://127.0.0.1:${port}`, 500)) === 'gone');
  expect(await validate(server.url, mine.token)).toBe(503);
  expect(await knock(server.url, mine.token)).toBe(503);
});

test('a LiveKit that hangs is replaced', async () => {
  const server = await start({ limits: { mediaHealthMs: 20 } });
  const hanging = await server.livekitPid();
  process.kill(hanging, 'SIGSTOP');
  await until('another LiveKit', async () => !isRunning(hanging));
  await server.untilReady();
});

test('a graceful stop leaves no process behind', async () => {
  const server = await start();
  const { listener } = await talking(server);
  expect(await server.terminate()).toBe(0);
  await listener.gone;
  expect(processesOf(server)).toEqual([]);
});

test('with MEDIA_STAYS a graceful stop lets people talk on, and the next server finds them', async () => {
  const server = await start({ env: { MEDIA_STAYS: '1' } });
  const { listener, host, join } = await talking(server, { behind: true });
  listener.longestGap();
  await server.restart();
  await listener.untilHeard();
  expect(listener.longestGap()).toBeLessThan(GAP_MS);
  await host.end(join.space.id);
  await listener.gone;
});

test('LiveKit ends when no server has come for it', async () => {
  const server = await start({ limits: { mediaAloneMs: 1_000 } });
  await server.kill();
  await until('LiveKit to end', async () => processesOf(server).length === 0);
});

test('a LiveKit that was started otherwise is not adopted', async () => {
  const server = await start();
  const before = await server.livekitPid();
  await server.kill();
  await server.restart({ LIVEKIT_NODE_IP: '127.0.0.2' });
  expect(await server.livekitPid()).not.toBe(before);
  await until('the one of before to end', async () => !isRunning(before));
});
