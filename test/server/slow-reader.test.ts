import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_LIMITS, type Limits } from '#shared/schema/limits.ts';
import { encodeList, encodeMessage } from '../../server/live/encode.ts';
import { Hub } from '../../server/live/hub.ts';
import { serveUpgrades, StreamClient } from '../support/stream-client.ts';

const MEGABYTE = 1024 * 1024;
/** More than the system keeps for a socket on this machine's own network. */
const FLOOD = 32;

const list = encodeList([]);
const padded = (n: number) => {
  const message = encodeMessage({ t: 'sum', topic: 'live', n, rev: 'padded' });
  return Buffer.concat([message, Buffer.alloc(MEGABYTE, ' ')]);
};

async function openHub(limits: Partial<Limits>, shown = list) {
  const nobody = { follow: () => {}, forget: () => {}, caughtUp: () => {} };
  const hub = new Hub({ ...DEFAULT_LIMITS, pushMs: 10, drainMs: 100, ...limits }, () => shown, nobody);
  hub.start();
  onTestFinished(() => hub.close());
  const url = await serveUpgrades((request, socket, head) => hub.upgrade(request, socket, head, 'here'));
  const slow = await StreamClient.hello(url);
  const quick = await StreamClient.hello(url);
  await slow.next('snap');
  return { hub, slow, quick };
}

/** Broadcasts far more than a paused reader's socket takes in; the quick one reads it all. */
async function flood(hub: Hub, quick: StreamClient): Promise<void> {
  for (let n = 1; n <= FLOOD; n += 1) {
    hub.broadcast(padded(n));
    expect((await quick.next('sum')).n).toBe(n);
  }
}

test('a slow reader loses what came meanwhile and gets the whole list once it reads again', async () => {
  const { hub, slow, quick } = await openHub({ stalledBytes: 64 * MEGABYTE });
  slow.socket.pause();
  await flood(hub, quick);
  slow.socket.resume();
  const seen: number[] = [];
  for (;;) {
    const message = await slow.any();
    if (message.t === 'snap') break;
    if (message.t === 'sum') seen.push(message.n);
  }
  expect(seen.length).toBeLessThan(FLOOD);
  expect(seen).toEqual(seen.map((_, index) => index + 1));
  hub.broadcast(encodeMessage({ t: 'sum', topic: 'live', n: 99, rev: 'after' }));
  expect((await slow.next('sum')).n).toBe(99);
});

test('who asks for the list again and again without reading it gets it a few times', async () => {
  const big = { ...list, snap: Buffer.concat([list.snap, Buffer.alloc(MEGABYTE, ' ')]) };
  const { slow } = await openHub({ stalledBytes: 64 * MEGABYTE }, big);
  slow.socket.pause();
  for (let times = 0; times < 2 * FLOOD; times += 1) slow.say({ t: 'hello', topics: ['live'] });
  slow.socket.ping();
  const answered = once(slow.socket, 'pong');
  slow.socket.resume();
  await answered;
  expect(slow.count('snap')).toBeLessThan(FLOOD);
});

test.each([
  ['holds back too many bytes', { stalledBytes: MEGABYTE / 2 }],
  ['stays behind too long', { stalledBytes: 64 * MEGABYTE, stalledMs: 20 }],
])('a reader that %s is cut off, the others go on', async (_, limits) => {
  const { hub, slow, quick } = await openHub(limits);
  slow.socket.pause();
  await flood(hub, quick);
  await expect.poll(() => hub.size, { interval: 10 }).toBe(1);
  slow.socket.resume();
  expect([4008, 1006]).toContain(await slow.closed);
  hub.broadcast(encodeMessage({ t: 'sum', topic: 'live', n: 99, rev: 'after' }));
  expect((await quick.next('sum')).n).toBe(99);
});
