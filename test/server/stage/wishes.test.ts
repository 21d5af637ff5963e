import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import type { Stage } from '#shared/schema/stage.ts';
import { openScene } from '../../support/actor.ts';
import { serveStream, StreamClient } from '../../support/stream-client.ts';

const QUICK = { pushMs: 5, requestEveryMs: 0 };

const onStage = (name: string) => (stage: Stage) => stage.people.some((person) => person.name === name);

test('a reader without a session, or with one of nobody, sees the stage alone', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const readers = [];
  for (const token of [undefined, '', `sps_${'A'.repeat(43)}`, "' OR 1=1 --", 'x'.repeat(3_000)]) {
    const reader = await StreamClient.hello(url);
    reader.say({ t: 'follow', spaceId: host.spaceId, token });
    expect((await reader.next('stage')).stage.people).toHaveLength(1);
    readers.push(reader);
  }
  await ben.comesUp(host);
  for (const reader of readers) {
    await reader.stage(onStage('Ben'));
    expect([reader.count('me'), reader.count('queue')]).toEqual([0, 0]);
  }
});

test('whoever is in no Space is told when the session by which they look is over, and nobody else', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const reads = async (token?: string) => {
    const reader = await StreamClient.hello(url);
    reader.say({ t: 'follow', spaceId: null, token });
    return reader;
  };
  const readers = [await reads(ben.token), await reads(cem.token), await reads()] as const;
  const [bens, ...others] = readers;
  await core.request('POST', '/v1/auth/sign-out', { token: ben.token, body: {} });
  await bens.next('out');
  await (await reads(ben.token)).next('out');
  // From a Space back to none, as somebody else.
  bens.say({ t: 'follow', spaceId: host.spaceId, token: cem.token });
  await bens.next('me');
  await cem.does('leave');
  bens.say({ t: 'follow', spaceId: null });
  await core.request('POST', '/v1/auth/sign-out', { token: cem.token, body: {} });
  await others[0].next('out');
  expect([bens.count('out'), others[0].count('out'), others[1].count('out')]).toEqual([1, 1, 0]);
});

test('a Space that ended is told once, one that never was not at all', async () => {
  const { core, host } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const client = await host.follows(url);
  await client.next('me');
  await host.does('end');
  expect((await client.next('stage')).stage).toMatchObject({ state: 'ended', endReason: 'host_ended' });
  expect((await client.next('me')).me).toBeNull();

  const late = await StreamClient.hello(url);
  await late.next('snap');
  late.say({ t: 'follow', spaceId: '01HZZZZZZZZZZZZZZZZZZZZZZZ' });
  late.say({ t: 'follow', spaceId: host.spaceId });
  expect((await late.next('stage')).stage).toMatchObject({ id: host.spaceId, state: 'ended', people: [] });
  expect(late.count('stage')).toBe(1);
});

test('a reader follows one Space, the last that it named, and none when it says so', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const { host: other, spaceId } = await core.liveSpace('Other');
  const client = await StreamClient.hello(url);
  client.say({ t: 'follow', spaceId: host.spaceId, token: ben.token });
  client.say({ t: 'follow', spaceId, token: ben.token });
  expect((await client.next('stage')).stage.title).toBe('Other');
  expect(await client.next('me')).toEqual({ t: 'me', spaceId, me: null });
  client.say({ t: 'follow', spaceId: null });
  client.say({ t: 'hello', topics: ['live'] });
  await client.next('snap');
  const stages = client.count('stage');
  await ben.comesUp(host);
  await core.request('PATCH', `/v1/spaces/${spaceId}`, { token: other.token, body: { title: 'New' } });
  while ((await client.next('up')).items.every(({ title }) => title !== 'New'));
  expect(client.count('stage')).toBe(stages);
});

test('of a flood of wishes the last counts, and each reader goes on', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, other] = [await come('Ben'), await core.liveSpace('Other')];
  const [client, calm] = [await StreamClient.hello(url), await host.follows(url)];
  await calm.next('me');
  for (let i = 0; i < 1_000; i += 1) {
    const wish = i % 2 ? { spaceId: other.spaceId, token: other.host.token } : { spaceId: null };
    client.say({ t: 'follow', ...wish });
  }
  client.say({ t: 'follow', spaceId: host.spaceId, token: ben.token });
  for (;;) if ((await client.next('me')).me?.participantId === ben.pid) break;
  await ben.comesUp(host);
  await client.stage(onStage('Ben'));
  await calm.stage(onStage('Ben'));
});

test('a flood of wishes, each for another Space, costs a few lookups', async () => {
  const { core, host } = await openScene();
  const client = await StreamClient.hello(await serveStream(core));
  let looks = 0;
  const { transaction } = core.store;
  core.store.transaction = (work) => {
    looks += 1;
    return transaction(work);
  };
  for (let i = 0; i < 300; i += 1) {
    client.say({ t: 'follow', spaceId: ulid() });
    client.socket.ping();
    await once(client.socket, 'pong');
  }
  client.say({ t: 'follow', spaceId: host.spaceId });
  expect((await client.next('stage')).stage.id).toBe(host.spaceId);
  expect(looks).toBeLessThan(60);
});

test.each([
  ['an id that cannot be', { t: 'follow', spaceId: 'everything' }],
  ['no Space', { t: 'follow' }],
  ['a number for a token', { t: 'follow', spaceId: null, token: 7 }],
  ['more than is known', { t: 'follow', spaceId: null, as: 'host' }],
])('following %s closes the socket', async (_, message) => {
  const { core } = await openScene();
  const client = await StreamClient.hello(await serveStream(core));
  client.say(message);
  expect(await client.closed).toBe(4400);
});

test('whoever follows without having said hello is closed', async () => {
  const { core, host } = await openScene();
  const client = new StreamClient(await serveStream(core));
  await once(client.socket, 'open');
  client.say({ t: 'follow', spaceId: host.spaceId, token: host.token });
  expect(await client.closed).toBe(4400);
});

test('a closed socket is followed up no longer', async () => {
  const { core, host } = await openScene();
  const url = await serveStream(core);
  const client = await host.follows(url);
  await client.next('stage');
  const followers = async () => {
    const incoming = { socket: { remoteAddress: '127.0.0.1' }, headers: {} } as unknown as IncomingMessage;
    const metrics = await (await core.perch.app.request('/metrics', {}, { incoming })).text();
    return Number(/^perch_stream_followers (\d+)$/m.exec(metrics)?.[1]);
  };
  expect(await followers()).toBe(1);
  client.socket.terminate();
  await expect.poll(followers, { interval: 10 }).toBe(0);
});

test('a server that stops tells the followers why the Space is over, then goodbye', async () => {
  const { core, host } = await openScene({ limits: { pushMs: 60_000 } });
  const client = await host.follows(await serveStream(core));
  await client.next('queue');
  await core.perch.endAll('server_stopped');
  await core.perch.close();
  expect((await client.next('stage')).stage).toMatchObject({ state: 'ended', endReason: 'server_stopped' });
  expect((await client.next('bye')).retryInMs).toBeGreaterThan(0);
});
