import { expect, test } from 'vitest';
import type { Join, Live } from '#shared/schema/api.ts';
import type { Space } from '#shared/schema/space.ts';
import { openCore, problemOf, read } from '../support/core-app.ts';

const liveIds = async (core: Awaited<ReturnType<typeof openCore>>) =>
  (await read<Live>(await core.request('GET', '/v1/live'))).spaces.map(({ id }) => id);

test('a Space is listed from its host connecting until its end', async () => {
  const core = await openCore();
  const host = await core.guest('Ana');
  const opened = await core.start(host.token, '  Morning   talk ');
  expect(opened).toMatchObject({
    role: 'host',
    url: 'ws://localhost',
    space: { state: 'starting', title: 'Morning talk' },
  });
  expect(await liveIds(core)).toEqual([]);

  await core.connect(opened.participantId);
  const [card] = (await read<Live>(await core.request('GET', '/v1/live'))).spaces;
  expect(card).toMatchObject({ title: 'Morning talk', onStage: 1, listeners: 0, startedAt: core.now });
  expect(card?.stage).toEqual([{ pid: opened.participantId, name: 'Ana', role: 'host' }]);

  const end = () => core.request('POST', `/v1/spaces/${opened.space.id}/end`, { token: host.token });
  expect((await end()).status).toBe(204);
  expect((await end()).status).toBe(204);
  expect(await liveIds(core)).toEqual([]);
  expect(core.media.rooms.size).toBe(0);
  const over = await read<Space>(await core.request('GET', `/v1/spaces/${opened.space.id}`));
  expect(over).toMatchObject({ state: 'ended', endReason: 'host_ended', endedAt: core.now });
});

test('a listener joins hidden and without the right to publish, and leaves twice', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const guest = await core.guest();
  expect(guest.account.name).toMatch(/^Guest \d{4}$/);
  const joined = await read<Join>(await core.join(guest.token, spaceId));
  expect(joined.role).toBe('listener');
  const admission = await core.connect(joined.participantId);
  expect(core.media.rooms.get(admission.room)?.get(joined.participantId)).toMatchObject({
    hidden: true,
    canPublish: false,
  });
  const leave = () => core.request('POST', `/v1/spaces/${spaceId}/leave`, { token: guest.token });
  expect((await leave()).status).toBe(204);
  expect((await leave()).status).toBe(204);
  expect(core.media.rooms.get(admission.room)?.has(joined.participantId)).toBe(false);
  expect(await core.perch.admit(joined.participantId)).toEqual({ refused: 'unauthenticated' });
});

test('only the host ends a Space', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const { token } = await core.guest();
  const end = () => core.request('POST', `/v1/spaces/${spaceId}/end`, { token });
  expect((await problemOf(await end())).code).toBe('not_in_space');
  await core.join(token, spaceId);
  expect((await problemOf(await end())).code).toBe('forbidden');
  expect((await core.store.space(spaceId))?.state).toBe('live');
});
