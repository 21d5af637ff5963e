import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { createGate, type Gate, type GateDeps } from '../../../server/media/gate.ts';
import { mintToken } from '../../../server/media/tokens.ts';
import { MediaUnavailable } from '../../../server/spaces/ports.ts';
import type { Admission } from '../../../server/spaces/ports.ts';
import { until } from '../../support/until.ts';

const ADMISSION: Admission = {
  room: 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1',
  identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  name: '',
  role: 'listener',
  exposed: false,
};
const KEY = { apiKey: 'PKours', apiSecret: 's'.repeat(43) };

/** A LiveKit of which only the sockets matter, behind a gate, with a client before it. */
const livekit = { url: '', asked: [] as string[], sockets: [] as Socket[] };
let closers: (() => void)[] = [];

beforeEach(async () => {
  const server = createServer();
  server.on('upgrade', (request, socket) => {
    livekit.asked.push(request.url ?? '');
    livekit.sockets.push(socket as Socket);
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  });
  livekit.url = `http://127.0.0.1:${await listening(server)}`;
  closers.push(() => server.close());
});

afterEach(() => {
  for (const close of closers) close();
  for (const socket of livekit.sockets) socket.destroy();
  closers = [];
  livekit.sockets = [];
  livekit.asked = [];
});

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function gate(more: Partial<GateDeps> = {}): Gate {
  return createGate({
    endpoint: { url: livekit.url, ...KEY },
    media: { openRoom: async () => {} },
    admit: async () => ({ admission: ADMISSION }),
    admitted: async () => {},
    lost: async () => {},
    limits: { gatePerMinute: 100, lineQuietMs: 10_000 },
    log: createLog('silent'),
    ...more,
  });
}

const token = () => mintToken({ url: livekit.url, ...KEY }, ADMISSION, 60_000);

/** A client's socket that has sent its upgrade request. */
async function client(through: Gate, query = ''): Promise<Socket> {
  const server = createServer();
  server.on('upgrade', (request, upgraded, head) => {
    upgraded.on('error', () => upgraded.destroy());
    through.upgrade(request, upgraded, head, 'somebody');
  });
  const socket = connect(await listening(server), '127.0.0.1');
  closers.push(
    () => server.close(),
    () => socket.destroy(),
  );
  const path = `/rtc?access_token=${await token()}${query}`;
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: gate\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nCookie: a=b\r\n\r\n`,
  );
  return socket;
}

async function answerOf(socket: Socket): Promise<string> {
  const [data] = (await once(socket, 'data')) as [Buffer];
  return data.toString().split('\r\n')[0] ?? '';
}

test('tells once LiveKit has taken a socket', async () => {
  const told: string[] = [];
  const socket = await client(gate({ admitted: async ({ identity }) => void told.push(identity) }));
  expect(await answerOf(socket)).toBe('HTTP/1.1 101 Switching Protocols');
  await until('the word of it', async () => told.length > 0);
  expect(told).toEqual([ADMISSION.identity]);
});

test('tells that somebody is lost once their last line has closed, not while a newer one stands', async () => {
  const told: string[] = [];
  const through = gate({
    admitted: async () => void told.push('in'),
    lost: async (identity) => void told.push(`lost ${identity}`),
  });
  const [older, newer] = [await client(through), await client(through)];
  await Promise.all([answerOf(older), answerOf(newer)]);
  const gone = once(livekit.sockets[0]!.resume(), 'end');
  older.destroy();
  await gone;
  newer.destroy();
  await until('the word of the loss', async () => told.length > 2);
  expect(told).toEqual(['in', 'in', `lost ${ADMISSION.identity}`]);
});

test('tells of a loss before the line that follows it', async () => {
  const told: string[] = [];
  const noticed = Promise.withResolvers<void>();
  const written = Promise.withResolvers<void>();
  const through = gate({
    admitted: async () => void told.push('in'),
    lost: async () => {
      noticed.resolve();
      await written.promise;
      told.push('lost');
    },
  });
  const older = await client(through);
  await answerOf(older);
  older.destroy();
  await noticed.promise;
  await answerOf(await client(through));
  written.resolve();
  await until('the word of the new line', async () => told.length > 2);
  expect(told).toEqual(['in', 'lost', 'in']);
});

test('loses nobody by closing', async () => {
  const told: string[] = [];
  const through = gate({ lost: async () => void told.push('lost') });
  const socket = await client(through);
  await answerOf(socket);
  await through.close(0);
  await once(socket.resume(), 'close');
  await turn();
  expect(told).toEqual([]);
});

test("puts its own token in the client's place and drops what a client must not decide", async () => {
  const socket = await client(gate(), '&publish=again&room=other&auto_subscribe=1');
  await answerOf(socket);
  const { searchParams } = new URL(livekit.asked[0] ?? '', livekit.url);
  expect([...searchParams.keys()]).toEqual(['auto_subscribe', 'access_token']);
});

test('ends the line to LiveKit when the client has gone, however it went', async () => {
  for (const leave of [
    (s: Socket) => s.end(),
    (s: Socket) => s.destroy(),
    (s: Socket) => s.resetAndDestroy(),
  ]) {
    const socket = await client(gate());
    await answerOf(socket);
    const ended = once(livekit.sockets.at(-1)!.resume(), 'end');
    leave(socket);
    await ended;
  }
});

test('ends the line to the client when LiveKit has gone', async () => {
  const socket = await client(gate());
  await answerOf(socket);
  livekit.sockets[0]?.destroy();
  await once(socket.resume(), 'close');
});

test('takes no more from LiveKit than a slow client takes from it', async () => {
  const socket = await client(gate());
  await answerOf(socket);
  socket.pause();
  const far = livekit.sockets[0]!;
  const chunk = Buffer.alloc(1024 * 1024);
  let sent = 0;
  while (far.writableLength === 0 && sent < 64) {
    far.write(chunk);
    sent += 1;
    await turn();
  }
  expect(far.writableLength).toBeGreaterThan(0);
});

test('asks an address that knocks too often to wait, and says how long', async () => {
  const through = gate({ limits: { gatePerMinute: 2, lineQuietMs: 10_000 } });
  const knock = async (address: string) => through.validate({ url: '/rtc/validate', headers: {}, address });
  expect(await knock('192.0.2.1')).toEqual({ status: 401 });
  expect(await knock('192.0.2.1')).toEqual({ status: 401 });
  const refused = await knock('192.0.2.1');
  expect(refused.status).toBe(429);
  expect(refused.retryAfter).toBeGreaterThan(0);
  expect(await knock('192.0.2.2')).toEqual({ status: 401 });
});

test('answers 503 when the room cannot be made or nobody knows', async () => {
  const later = gate({ admit: async () => ({ refused: 'media_unavailable' }) });
  const broken = gate({
    admit: async () => {
      throw new MediaUnavailable('down');
    },
  });
  for (const through of [later, broken]) {
    expect(await answerOf(await client(through))).toBe('HTTP/1.1 503 Service Unavailable');
  }
});

test('cuts what is still open when it closes', async () => {
  const through = gate();
  const socket = await client(through);
  await answerOf(socket);
  await through.close(0);
  await once(socket.resume(), 'close');
});

test('lets nobody in while it closes', async () => {
  const through = gate();
  await through.close(0);
  expect(await answerOf(await client(through))).toBe('HTTP/1.1 503 Service Unavailable');
  expect(livekit.asked).toEqual([]);
});

test('keeps a line that stands when the word of it gets lost', async () => {
  const told = Promise.withResolvers<void>();
  const admitted = async () => {
    told.resolve();
    throw new Error('the store is away');
  };
  const socket = await client(gate({ admitted }));
  expect(await answerOf(socket)).toBe('HTTP/1.1 101 Switching Protocols');
  await told.promise;
  livekit.sockets[0]?.write('sound is agreed upon');
  expect(await answerOf(socket)).toBe('sound is agreed upon');
});

test('lets go of whom it refuses, though they hold on', async () => {
  const refused = gate({ admit: async () => ({ refused: 'unauthenticated' }) });
  const lines: Socket[] = [];
  const server = createServer().on('upgrade', (request, socket, head) => {
    lines.push(socket as Socket);
    refused.upgrade(request, socket, head, 'somebody');
  });
  const port = await listening(server);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  closers.push(() => socket.destroy());
  socket.write('GET /rtc HTTP/1.1\r\nHost: gate\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  await once(socket.resume(), 'end');
  server.close();
  await once(server, 'close');
  expect(lines.map(({ destroyed }) => destroyed)).toEqual([true]);
});
