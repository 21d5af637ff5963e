import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { openCore, problemOf, read } from '../support/core-app.ts';

test('a host of a live Space cannot open another', async () => {
  const core = await openCore();
  const { host } = await core.liveSpace();
  const refused = await core.request('POST', '/v1/spaces', { token: host.token, body: { title: 'Second' } });
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).code).toBe('already_hosting');
});

test('a Space that never began gives way to the next one of its host', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  const first = await core.start(token, 'First');
  const second = await core.start(token, 'Second');
  expect(await core.store.space(first.space.id)).toMatchObject({
    state: 'ended',
    endReason: 'never_started',
  });
  expect([...core.media.rooms.keys()]).toEqual([`s_${second.space.id}_1`]);
  expect(await core.perch.admit(first.participantId)).toEqual({ refused: 'unauthenticated' });
});

test('of many starts at once exactly one Space is left open', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  const started = await Promise.all(Array.from({ length: 8 }, (_, i) => core.start(token, `Talk ${i}`)));
  const open = await core.store.openSpaces();
  expect(open).toHaveLength(1);
  expect(started.map(({ space }) => space.id)).toContain(open[0]?.id);
  await core.perch.reconcile();
  expect([...core.media.rooms.keys()]).toEqual([`s_${open[0]?.id}_1`]);
});

test('the name given at the start is the name of the account from then on', async () => {
  const core = await openCore();
  const { token, account } = await core.guest();
  const body = { title: 'Talk', name: ' Ana  María ' };
  const started = await read<Join>(await core.request('POST', '/v1/spaces', { token, body }));
  expect(started.space.stage[0]?.name).toBe('Ana María');
  expect((await core.store.account(account.id))?.name).toBe('Ana María');
});

test('nobody but the host gets in before the host is there, nobody at all after the end', async () => {
  const core = await openCore();
  const host = await core.guest();
  const guest = await core.guest();
  const { space } = await core.start(host.token);
  const early = await core.join(guest.token, space.id);
  expect([early.status, (await problemOf(early)).code]).toEqual([409, 'conflict']);
  expect((await core.join(host.token, space.id)).status).toBe(200);
  await core.request('POST', `/v1/spaces/${space.id}/end`, { token: host.token });
  for (const { token } of [host, guest]) {
    const late = await core.join(token, space.id);
    expect([late.status, (await problemOf(late)).code]).toEqual([410, 'space_ended']);
  }
});

test('a second join of an account takes the place of the first once it is connected', async () => {
  const core = await openCore();
  const { spaceId, host, pid: old, room } = await core.liveSpace();
  const again = await read<Join>(await core.join(host.token, spaceId));
  expect(again).toMatchObject({ role: 'host', space: { onStage: 1 } });
  expect(again.space.stage).toEqual([{ pid: again.participantId, name: 'Ana', role: 'host' }]);
  expect('admission' in (await core.perch.admit(old))).toBe(true);
  expect(core.media.rooms.get(room)?.has(old)).toBe(true);

  await core.connect(again.participantId);
  expect([...core.media.rooms.get(room)!.keys()]).toEqual([again.participantId]);
  expect(await core.perch.admit(old)).toEqual({ refused: 'unauthenticated' });
  const body = { participantId: old };
  await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token: host.token, body });
  expect((await core.store.participant(again.participantId))?.leftAt).toBeNull();
});

test('a superseded join is taken out even when the new one never connects', async () => {
  const core = await openCore({ limits: { supersedeMs: 20 } });
  const { spaceId, host, pid: old, room } = await core.liveSpace();
  await core.join(host.token, spaceId);
  await vi.waitFor(() => expect(core.media.rooms.get(room)?.has(old)).toBe(false));
  core.now += 20;
  expect(await core.perch.admit(old)).toEqual({ refused: 'unauthenticated' });
});

test('joining another Space leaves the first', async () => {
  const core = await openCore();
  const first = await core.liveSpace('First');
  const second = await core.liveSpace('Second');
  const { token } = await core.guest();
  const one = await read<Join>(await core.join(token, first.spaceId));
  await core.connect(one.participantId);
  const two = await read<Join>(await core.join(token, second.spaceId));
  await core.connect(two.participantId);
  expect(core.media.rooms.get(first.room)?.has(one.participantId)).toBe(false);
  expect(await core.store.participant(one.participantId)).toMatchObject({ leftReason: 'moved' });
  expect(core.media.rooms.get(second.room)?.has(two.participantId)).toBe(true);
});

test('the Space goes on without its host, who comes back as host', async () => {
  const core = await openCore();
  const { spaceId, host, pid } = await core.liveSpace();
  await core.request('POST', `/v1/spaces/${spaceId}/leave`, {
    token: host.token,
    body: { participantId: pid },
  });
  expect(await core.store.space(spaceId)).toMatchObject({ state: 'live', emptySince: core.now });
  const back = await read<Join>(await core.join(host.token, spaceId));
  expect(back.role).toBe('host');
  expect((await core.store.space(spaceId))?.emptySince).toBeNull();
});

test('a host who leaves before the Space began ends it', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  const { space } = await core.start(token);
  await core.request('POST', `/v1/spaces/${space.id}/leave`, { token, body: {} });
  expect(await core.store.space(space.id)).toMatchObject({ state: 'ended', endReason: 'never_started' });
});

test('while LiveKit is away joining and starting say so and write nothing', async () => {
  const core = await openCore();
  const { spaceId, host } = await core.liveSpace();
  const guest = await core.guest();
  core.media.up = false;
  const start = { token: guest.token, body: { title: 'Talk' } };
  for (const answer of [
    await core.join(guest.token, spaceId),
    await core.request('POST', '/v1/spaces', start),
  ]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect((await problemOf(answer)).code).toBe('media_unavailable');
  }
  expect(await core.store.openParticipants(spaceId)).toHaveLength(1);
  expect(await core.store.openSpaces()).toHaveLength(1);

  const end = await core.request('POST', `/v1/spaces/${spaceId}/end`, { token: host.token });
  expect(end.status).toBe(204);
  core.media.up = true;
  await core.perch.reconcile();
  expect(core.media.rooms.size).toBe(0);
});

test('a LiveKit that fails while the room is made leaves no Space behind', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  core.media.isUp = () => true;
  core.media.up = false;
  const refused = await core.request('POST', '/v1/spaces', { token, body: { title: 'Talk' } });
  expect((await problemOf(refused)).code).toBe('media_unavailable');
  expect(await core.store.openSpaces()).toEqual([]);
});

test('a join into a room that was seen lately asks nothing of LiveKit', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const { token } = await core.guest();
  await core.perch.reconcile();
  const asked = core.media.calls.length;
  const { participantId } = await read<Join>(await core.join(token, spaceId));
  expect('admission' in (await core.perch.admit(participantId))).toBe(true);
  expect(core.media.calls).toHaveLength(asked);
});

test(
  'of a thousand joins at once each gets a pass of its own and the count is right',
  { timeout: 120_000 },
  async () => {
    const limits = { guestsPerMinute: 2_000, joinsPerMinute: 2_000 };
    const core = await openCore({ limits });
    const { spaceId } = await core.liveSpace();
    const guests = await Promise.all(Array.from({ length: 1_000 }, () => core.guest()));
    const joins = await Promise.all(
      guests.map(async ({ token }) => read<Join>(await core.join(token, spaceId))),
    );
    expect(new Set(joins.map(({ participantId }) => participantId)).size).toBe(1_000);
    expect(await core.store.listenerCount(spaceId)).toBe(1_000);
    const view = await read<{ listeners: number }>(await core.request('GET', `/v1/spaces/${spaceId}`));
    expect(view.listeners).toBeGreaterThan(950);
  },
);

test('after any storm of joins and leaves each account is in one Space at most, once, and hosts are alone', async () => {
  const core = await openCore({ limits: { joinsPerMinute: 10_000, readsPerMinute: 10_000 } });
  const spaces = [await core.liveSpace('One'), await core.liveSpace('Two')];
  const tokens = [
    ...spaces.map(({ host }) => host.token),
    (await core.guest()).token,
    (await core.guest()).token,
  ];
  const step = fc.record({ who: fc.nat(3), where: fc.nat(1), verb: fc.constantFrom('join', 'leave') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await Promise.all(
        steps.map(({ who, where, verb }) => {
          const path = `/v1/spaces/${spaces[where]?.spaceId}/${verb}`;
          return core.request('POST', path, { token: tokens[who], body: {} });
        }),
      );
      const open = await Promise.all(spaces.map(({ spaceId }) => core.store.openParticipants(spaceId)));
      const accounts = open.flat().map(({ accountId }) => accountId);
      expect(new Set(accounts).size).toBe(accounts.length);
      for (const rows of open)
        expect(rows.filter(({ role }) => role === 'host').length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});
