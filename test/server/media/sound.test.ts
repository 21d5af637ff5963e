import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { LiveSchema } from '#shared/schema/api.ts';
import { Guest } from '../../../server/demo/client.ts';
import { listen, speak } from '../../support/livekit-clients.ts';
import { SILENT_WITHIN_MS } from '../../support/patience.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { stageEmptyMs: 600, awayMs: 600, reconcileMs: 300 } });
});

afterAll(() => server.stop());

async function isListed(spaceId: string): Promise<boolean> {
  const list = v.parse(LiveSchema, await (await fetch(`${server.url}/v1/live`)).json());
  return list.spaces.some(({ id }) => id === spaceId);
}

const untilGone = (spaceId: string) =>
  until('the Space to be gone from the list', async () => !(await isListed(spaceId)));

test('lists a Space within a second of its host being connected, and lets its listener hear it', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Heard through the gate');
  expect(await isListed(join.space.id)).toBe(false);
  const speaker = await speak(join);
  await until('the Space in the list', () => isListed(join.space.id), 1_000);
  const guest = await Guest.arrive(server.url, 'Ben');
  const listener = await listen(await guest.join(join.space.id));
  await listener.untilHeard();
  await host.end(join.space.id);
  await Promise.all([listener.gone, speaker.ended]);
  expect(await isListed(join.space.id)).toBe(false);
});

test('is silent half a second after leaving, and the Space goes on', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Leaving is silence');
  await speak(join);
  const guest = await Guest.arrive(server.url, 'Ben');
  const listener = await listen(await guest.join(join.space.id));
  await listener.untilHeard();
  const left = Date.now();
  await guest.leave(join.space.id);
  await listener.gone;
  expect(Date.now() - left).toBeLessThan(SILENT_WITHIN_MS);
  expect(await isListed(join.space.id)).toBe(true);
  await host.end(join.space.id);
});

test('moves a person who joins again to the new connection, with their role', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('From one device to the next');
  const first = await speak(join);
  const again = await host.join(join.space.id);
  expect(again.role).toBe('host');
  const second = await speak(again);
  await first.ended;
  const guest = await Guest.arrive(server.url, 'Ben');
  const listener = await listen(await guest.join(join.space.id));
  await listener.untilHeard();
  await host.end(join.space.id);
  await second.ended;
});

test('ends a Space whose stage stays empty, and lets its listeners go', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Nobody speaks');
  const speaker = await speak(join);
  const guest = await Guest.arrive(server.url, 'Ben');
  const listener = await listen(await guest.join(join.space.id));
  await speaker.hangUp();
  await listener.gone;
  await untilGone(join.space.id);
});

test('ends the Space for those inside when the server stops for good', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Closing time');
  const speaker = await speak(join);
  expect(await server.terminate('SIGINT')).toBe(0);
  await speaker.ended;
  await server.restart();
  expect(await isListed(join.space.id)).toBe(false);
});
