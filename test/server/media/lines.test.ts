import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { createLines, type Lines } from '../../../server/media/lines.ts';
import type { Admission } from '../../../server/spaces/ports.ts';

const QUIET_MS = 10_000;
const ADMISSION: Admission = {
  room: 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1',
  identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  name: 'Ana',
  role: 'host',
  exposed: true,
};

let told: string[];
let lines: Lines;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  told = [];
  lines = createLines({
    admitted: async ({ identity }) => void told.push(`${identity} is there`),
    lost: async (identity, quietMs) => void told.push(`${identity} is lost since ${quietMs}`),
    limits: { lineQuietMs: QUIET_MS },
    log: createLog('silent'),
  });
});

afterEach(() => {
  lines.close();
  vi.useRealTimers();
});

/** A line of somebody, from whom something comes every `pingMs` until `hang`. */
function line(pingMs = QUIET_MS / 2) {
  const socket = { bytesRead: 0 };
  const gone = new AbortController();
  const speak = () => void (socket.bytesRead += 100);
  const pings = setInterval(speak, pingMs);
  lines.opened(ADMISSION, socket, gone.signal);
  return { speak, hang: () => clearInterval(pings), end: () => gone.abort() };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const THERE = `${ADMISSION.identity} is there`;

test('somebody who pings is there, however long', async () => {
  line();
  await pass(100 * QUIET_MS);
  expect(told).toEqual([THERE]);
});

test('somebody of whom nothing is heard is lost since they were last heard, and is there again with the first word', async () => {
  const { hang, speak } = line();
  await pass(QUIET_MS);
  hang();
  await pass(QUIET_MS);
  expect(told).toEqual([THERE, `${ADMISSION.identity} is lost since ${QUIET_MS}`]);
  speak();
  await pass(QUIET_MS / 2);
  expect(told).toHaveLength(3);
  expect(told[2]).toBe(THERE);
});

test('one line of two is enough to be there, be the other quiet or closed', async () => {
  const [first, second] = [line(), line()];
  first.hang();
  await pass(3 * QUIET_MS);
  first.end();
  await pass(QUIET_MS);
  expect(told).toEqual([THERE, THERE]);
  second.end();
  await pass(0);
  expect(told.at(-1)).toBe(`${ADMISSION.identity} is lost since 0`);
});

test('somebody quiet whose line closes is lost once', async () => {
  const { hang, end } = line();
  hang();
  await pass(2 * QUIET_MS);
  end();
  await pass(QUIET_MS);
  expect(told).toHaveLength(2);
});

test('nobody is kept in mind whose lines are closed, be it after a silence', async () => {
  const [quiet, lively] = [line(), line()];
  quiet.hang();
  lively.hang();
  await pass(2 * QUIET_MS);
  quiet.end();
  await pass(QUIET_MS);
  expect(lines.size).toBe(1);
  lively.end();
  await pass(0);
  expect(lines.size).toBe(0);
});

test('a line that ended before it was told of is a loss as well', async () => {
  lines.opened(ADMISSION, { bytesRead: 0 }, AbortSignal.abort());
  await pass(0);
  expect(told).toEqual([THERE, `${ADMISSION.identity} is lost since 0`]);
});
