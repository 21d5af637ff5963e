import { expect, onTestFinished, test } from 'vitest';
import type { Limits } from '#shared/schema/limits.ts';
import { encodeList, encodeMessage } from '../../../server/live/encode.ts';
import { Followers } from '../../../server/live/followers.ts';
import { Hub } from '../../../server/live/hub.ts';
import { openScene, type Actor, type Scene } from '../../support/actor.ts';
import { serveUpgrades, StreamClient } from '../../support/stream-client.ts';

const MEGABYTE = 1024 * 1024;
/** More than the system keeps for a socket on this machine's own network. */
const FLOOD = 32;

/** Push sockets of their own over the scene's store, so that a test can flood them. */
async function openHub({ core }: Scene, cast: Actor[]) {
  const limits: Limits = { ...core.limits, pushMs: 5, drainMs: 100, stalledBytes: 64 * MEGABYTE };
  const errors: unknown[] = [];
  const followers = new Followers({
    store: core.store,
    limits,
    clock: () => core.now,
    deliver: (reader, frame) => hub.deliver(reader, frame),
    whoIs: async (token) => {
      const accountId = cast.find((who) => who.token === token)?.accountId;
      return accountId ? { accountId, sessionId: token } : null;
    },
    onError: (error) => errors.push(error),
  });
  const list = encodeList([]);
  const hub = new Hub(limits, () => list, followers);
  hub.start();
  onTestFinished(async () => {
    await followers.close();
    await hub.close();
    expect(errors).toEqual([]);
  });
  const url = await serveUpgrades((request, socket, head) => hub.upgrade(request, socket, head, 'here'));
  return { hub, followers, url };
}

/** Broadcasts far more than a paused reader's socket takes in; the quick one reads it all. */
async function flood(hub: Hub, quick: StreamClient): Promise<void> {
  for (let n = 1; n <= FLOOD; n += 1) {
    const message = encodeMessage({ t: 'sum', topic: 'live', n, rev: 'padded' });
    hub.broadcast(Buffer.concat([message, Buffer.alloc(MEGABYTE, ' ')]));
    while ((await quick.next('sum')).n < n);
  }
}

test('a follower that reads too slowly gets the newest stage, place and queue once it reads again', async () => {
  const scene = await openScene({ limits: { requestEveryMs: 0 } });
  const { host, come } = scene;
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const { hub, followers, url } = await openHub(scene, [host, ben, cem]);
  const [slowHost, slowCem, quick] = [
    await host.follows(url),
    await cem.follows(url),
    await ben.follows(url),
  ];
  await slowHost.next('queue');
  await slowCem.next('me');
  await quick.next('me');
  for (const slow of [slowHost, slowCem]) slow.socket.pause();
  await flood(hub, quick);

  await ben.does('request', { text: 'Not to be seen' });
  followers.changed(host.spaceId);
  await quick.stage(({ waiting }) => waiting === 1);
  await cem.does('leave');
  followers.changedFor(host.spaceId, [cem.accountId]);
  await ben.does('request', { text: 'Newest' });
  followers.changed(host.spaceId);
  while ((await quick.next('me')).me?.request?.text !== 'Newest');

  for (const slow of [slowHost, slowCem]) slow.socket.resume();
  await slowHost.next('snap');
  expect((await slowHost.next('stage')).stage.waiting).toBe(1);
  expect((await slowHost.next('queue')).queue?.requests).toMatchObject([{ text: 'Newest' }]);
  expect((await slowCem.next('me')).me).toBeNull();
  expect(JSON.stringify(slowHost.heard)).not.toContain('Not to be seen');
});

test('reactions that a slow reader missed are lost', async () => {
  const scene = await openScene();
  const { host } = scene;
  const ben = await scene.come('Ben');
  const { hub, followers, url } = await openHub(scene, [host, ben]);
  const [slow, quick] = [await ben.follows(url), await host.follows(url)];
  await slow.next('me');
  slow.socket.pause();
  await flood(hub, quick);
  followers.showReactions(host.spaceId, [[host.pid, '🔥', 1]]);
  await quick.next('reactions');
  slow.socket.resume();
  await slow.next('snap');
  followers.showReactions(host.spaceId, [[host.pid, '🎉', 1]]);
  expect((await slow.next('reactions')).items).toEqual([[host.pid, '🎉', 1]]);
});

test('a slow reader whose session is over is cut off, and the quick ones are told', async () => {
  const scene = await openScene();
  const { host } = scene;
  const [ben, cem] = [await scene.come('Ben'), await scene.come('Cem')];
  const { hub, followers, url } = await openHub(scene, [host, ben, cem]);
  const [slow, same, quick] = [await ben.follows(url), await ben.follows(url), await cem.follows(url)];
  for (const one of [slow, same, quick]) await one.next('me');
  slow.socket.pause();
  await flood(hub, quick);
  followers.sessionsMoved(new Map([[ben.token, null]]));
  slow.socket.resume();
  expect(await slow.closed).toBe(4008);
  while ((await same.next('me')).me !== null);
  expect(slow.heard.filter((message) => message.t === 'me' && message.me === null)).toEqual([]);
});
