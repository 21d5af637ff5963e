import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { Join, Live } from '#shared/schema/api.ts';
import type { Card } from '#shared/schema/space.ts';
import { openCore, read, type CoreApp } from '../support/core-app.ts';
import { serveStream, StreamClient } from '../support/stream-client.ts';

const end = (core: CoreApp, spaceId: string, token: string) =>
  core.request('POST', `/v1/spaces/${spaceId}/end`, { token });

test('a reader gets the list, then a Space as it begins and ends', async () => {
  const core = await openCore();
  const url = await serveStream(core);
  const old = await core.liveSpace('Old');
  const reader = await StreamClient.hello(url);
  const snap = await reader.next('snap');
  expect(snap.items.map(({ title }) => title)).toEqual(['Old']);
  expect(snap.rev).toBe((await read<Live>(await core.request('GET', '/v1/live'))).rev);

  const young = await core.liveSpace('New');
  const begun = await reader.next('up');
  expect(begun.items).toMatchObject([{ id: young.spaceId, title: 'New', onStage: 1 }]);
  await end(core, old.spaceId, old.host.token);
  const ended = await reader.next('up');
  expect(ended).toMatchObject({ items: [], gone: [{ id: old.spaceId, why: 'host_ended' }] });
  expect(ended.gone[0]!.v).toBeGreaterThan(snap.items[0]!.v);
});

test('a list that the reader has is not sent again', async () => {
  const core = await openCore();
  const url = await serveStream(core);
  await core.liveSpace();
  const { rev } = await (await StreamClient.hello(url)).next('snap');
  const back = await StreamClient.hello(url, rev);
  const { spaceId } = await core.liveSpace('Next');
  expect(await back.any()).toMatchObject({ t: 'up', items: [{ id: spaceId }] });
  const stale = await StreamClient.hello(url, rev);
  expect((await stale.any()).t).toBe('snap');
});

test('a second hello asks for the list anew', async () => {
  const core = await openCore();
  const reader = await StreamClient.hello(await serveStream(core));
  const { rev } = await reader.next('snap');
  reader.say({ t: 'hello', topics: ['live'] });
  expect((await reader.next('snap')).rev).toBe(rev);
});

test('changes that follow one another closely come together, the newest of each Space only', async () => {
  const core = await openCore({ limits: { pushMs: 100 } });
  const reader = await StreamClient.hello(await serveStream(core));
  await reader.next('snap');
  const first = await core.liveSpace('First');
  expect((await reader.next('up')).items).toHaveLength(1);
  const second = await core.liveSpace('Second');
  const third = await core.liveSpace('Third');
  await end(core, third.spaceId, third.host.token);
  const { items, gone } = await reader.next('up');
  expect(items.map(({ id }) => id)).toEqual([second.spaceId]);
  expect(gone.map(({ id }) => id)).toEqual([third.spaceId]);
  expect(first.spaceId).not.toBe(second.spaceId);
});

test('whoever applies every message by version ends with the list of the server', async () => {
  const core = await openCore({ limits: { pushMs: 5 } });
  const url = await serveStream(core);
  const reader = await StreamClient.hello(url);
  const cards = new Map<string, Card>((await reader.next('snap')).items.map((card) => [card.id, card]));
  const made = [];
  for (const title of ['A', 'B', 'C', 'D']) made.push(await core.liveSpace(title));
  for (const { spaceId, host } of made.slice(0, 2)) await end(core, spaceId, host.token);
  await core.join(made[2]!.host.token, made[2]!.spaceId);
  const wanted = (await read<Live>(await core.request('GET', '/v1/live'))).spaces;
  const same = () => JSON.stringify(sorted([...cards.values()])) === JSON.stringify(sorted(wanted));
  while (!same()) {
    const { items, gone } = await reader.next('up');
    for (const card of items) if (card.v > (cards.get(card.id)?.v ?? 0)) cards.set(card.id, card);
    for (const { id } of gone) cards.delete(id);
  }
  expect(cards.size).toBe(2);
});

test('counts and the sum come by themselves', async () => {
  const core = await openCore({ limits: { countMs: 20, sumMs: 30 } });
  const { spaceId } = await core.liveSpace();
  const reader = await StreamClient.hello(await serveStream(core));
  const { token } = await core.guest();
  await read<Join>(await core.join(token, spaceId));
  expect((await reader.next('count')).items).toEqual([[spaceId, 1]]);
  const { rev } = await read<Live>(await core.request('GET', '/v1/live'));
  expect(await reader.next('sum')).toEqual({ t: 'sum', topic: 'live', n: 1, rev });
});

test.each([
  ['not JSON', '{"t":'],
  ['an unknown message', { t: 'shout' }],
  ['an unknown topic', { t: 'hello', topics: ['me'] }],
  ['unknown fields', { t: 'hello', topics: ['live'], admin: true }],
])('%s closes the socket', async (_, message) => {
  const core = await openCore();
  const client = new StreamClient(await serveStream(core));
  await once(client.socket, 'open');
  client.say(message);
  expect(await client.closed).toBe(4400);
});

test('a frame over the limit closes the socket, and the others go on', async () => {
  const core = await openCore();
  const url = await serveStream(core);
  const other = await StreamClient.hello(url);
  const client = await StreamClient.hello(url);
  client.say('x'.repeat(core.limits.frameBytes + 1));
  expect(await client.closed).toBe(1009);
  const { spaceId } = await core.liveSpace();
  expect((await other.next('up')).items[0]?.id).toBe(spaceId);
});

test('who says nothing is closed, who does not answer pings is cut off, who answers stays', async () => {
  const core = await openCore({ limits: { pingMs: 60 } });
  const url = await serveStream(core);
  const silent = new StreamClient(url);
  const deaf = await StreamClient.hello(url);
  const alive = await StreamClient.hello(url);
  alive.socket.on('message', (data) => {
    if (String(data) === '{"t":"ping"}') alive.say({ t: 'pong' });
  });
  expect(await silent.closed).toBe(4401);
  expect(await deaf.closed).toBe(1006);
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
});

test('an address has so many sockets and gets a place back when one closes', async () => {
  const core = await openCore({ limits: { socketsPerAddress: 2 } });
  const url = await serveStream(core);
  const first = await StreamClient.hello(url);
  await StreamClient.hello(url);
  const refused = new StreamClient(url);
  const [error] = (await once(refused.socket, 'error')) as [Error];
  expect(error.message).toContain('429');
  first.socket.close();
  await first.closed;
  await StreamClient.hello(url);
});

test('a server that stops for good says why each Space is over before it says goodbye', async () => {
  const core = await openCore({ limits: { pushMs: 60_000 } });
  const reader = await StreamClient.hello(await serveStream(core));
  const { spaceId } = await core.liveSpace();
  await reader.next('up');
  await core.perch.endAll('server_stopped');
  await core.perch.close();
  expect((await reader.next('up')).gone).toMatchObject([{ id: spaceId, why: 'server_stopped' }]);
  expect((await reader.any()).t).toBe('bye');
});

test('a server that stops says goodbye with a time to come back', async () => {
  const core = await openCore();
  const readers = [];
  const url = await serveStream(core);
  for (let i = 0; i < 5; i += 1) readers.push(await StreamClient.hello(url));
  const closing = core.perch.close();
  const times = [];
  for (const reader of readers) {
    times.push((await reader.next('bye')).retryInMs);
    expect(await reader.closed).toBe(1001);
  }
  await closing;
  for (const time of times) expect(time).toBeGreaterThanOrEqual(1_000);
  expect(new Set(times).size).toBeGreaterThan(1);
  const late = new StreamClient(url);
  expect(String(((await once(late.socket, 'error')) as [Error])[0])).toContain('503');
});

function sorted(cards: Card[]): Card[] {
  return cards.map((card) => ({ ...card, listeners: 0 })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('a reader who asks for no list gets none, and no news of it', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace('Here');
  const reader = new StreamClient(await serveStream(core));
  await once(reader.socket, 'open');
  reader.say({ t: 'hello', topics: [] });
  await reader.next('welcome');
  await core.liveSpace('Elsewhere');
  reader.say({ t: 'follow', spaceId });
  await reader.next('stage');
  expect(reader.heard.map(({ t }) => t)).toEqual(['welcome', 'stage']);
});
