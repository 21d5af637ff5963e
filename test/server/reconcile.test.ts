import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import type { MediaEvent } from '../../server/spaces/ports.ts';
import { openCore, read, type CoreApp } from '../support/core-app.ts';

async function listener(core: CoreApp, spaceId: string) {
  const { token } = await core.guest();
  const { participantId } = await read<Join>(await core.join(token, spaceId));
  const admission = await core.connect(participantId);
  return { token, participantId, admission };
}

const row = async (core: CoreApp, id: string) => (await core.store.participant(id))!;

test('rooms that LiveKit lost are made again, rooms of no Space are deleted', async () => {
  const core = await openCore();
  const { room } = await core.liveSpace();
  core.media.rooms.clear();
  core.media.rooms.set('s_stranger_1', new Map());
  await core.perch.mediaRestarted();
  expect([...core.media.rooms.keys()]).toEqual([room]);
});

test('the gate makes a missing room before it lets anybody in', async () => {
  const core = await openCore();
  const { room, pid } = await core.liveSpace();
  core.media.rooms.clear();
  core.now += 2 * core.limits.reconcileMs;
  expect('admission' in (await core.perch.admit(pid))).toBe(true);
  expect(core.media.rooms.has(room)).toBe(true);
  core.media.up = false;
  expect(await core.perch.admit(pid)).toEqual({ refused: 'media_unavailable' });
});

test('a person whom nobody let in is removed, the others stay', async () => {
  const core = await openCore();
  const { room, spaceId, pid } = await core.liveSpace();
  const { participantId } = await listener(core, spaceId);
  core.media.connect({ room, identity: 'p_stranger', name: 'x', role: 'speaker', exposed: true }, core.now);
  await core.perch.reconcile();
  expect([...core.media.rooms.get(room)!.keys()].toSorted()).toEqual([pid, participantId].toSorted());
});

test('rights that differ from the role are put right', async () => {
  const core = await openCore();
  const { room, spaceId } = await core.liveSpace();
  const { participantId } = await listener(core, spaceId);
  const people = core.media.rooms.get(room)!;
  people.set(participantId, { ...people.get(participantId)!, canPublish: true });
  await core.perch.reconcile();
  expect(people.get(participantId)?.canPublish).toBe(false);
});

test('who is lost has 45 s to come back in the kept role', async () => {
  const core = await openCore();
  const { room, spaceId, pid, host } = await core.liveSpace();
  core.media.rooms.get(room)!.delete(pid);
  await core.perch.reconcile();
  core.now += core.limits.awayMs - 1;
  await core.perch.reconcile();
  await core.connect(pid);
  core.now += core.limits.awayMs;
  await core.perch.reconcile();
  expect(await row(core, pid)).toMatchObject({ leftAt: null, goneAt: null });

  core.media.rooms.get(room)!.delete(pid);
  await core.perch.reconcile();
  core.now += core.limits.awayMs;
  await core.perch.reconcile();
  expect((await row(core, pid)).leftReason).toBe('lost');
  expect(await core.perch.admit(pid)).toEqual({ refused: 'unauthenticated' });
  expect((await read<Join>(await core.join(host.token, spaceId))).role).toBe('host');
});

test('a join that never connects is closed', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const { token } = await core.guest();
  const { participantId } = await read<Join>(await core.join(token, spaceId));
  core.now += core.limits.joiningMs - 1;
  await core.perch.reconcile();
  expect((await row(core, participantId)).leftAt).toBeNull();
  core.now += 1;
  await core.perch.reconcile();
  expect((await row(core, participantId)).leftReason).toBe('lost');
});

test('nobody is given up for a silence of LiveKit itself', async () => {
  const core = await openCore();
  const { pid, room } = await core.liveSpace();
  const people = new Map(core.media.rooms.get(room));
  core.media.up = false;
  core.now += 10 * core.limits.awayMs;
  await core.perch.reconcile();
  core.media.up = true;
  core.media.rooms.clear();
  await core.perch.mediaRestarted();
  await core.perch.reconcile();
  expect((await row(core, pid)).leftAt).toBeNull();
  core.media.rooms.set(room, people);
  await core.perch.reconcile();
  expect(await row(core, pid)).toMatchObject({ leftAt: null, goneAt: null });
});

test.each([
  [
    'startingMs',
    'never_started',
    async (core: CoreApp) => {
      const { token } = await core.guest();
      return (await core.start(token)).space.id;
    },
  ],
  ['spaceMs', 'too_long', async (core: CoreApp) => (await core.liveSpace()).spaceId],
  [
    'stageEmptyMs',
    'stage_empty',
    async (core: CoreApp) => {
      const { spaceId, host } = await core.liveSpace();
      await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token: host.token });
      return spaceId;
    },
  ],
] as const)('after %s a Space ends as %s', async (limit, reason, make) => {
  const core = await openCore();
  const id = await make(core);
  core.now += core.limits[limit] - 1;
  await core.perch.reconcile();
  expect((await core.store.space(id))?.state).not.toBe('ended');
  core.now += 1;
  await core.perch.reconcile();
  expect(await core.store.space(id)).toMatchObject({ state: 'ended', endReason: reason });
  expect(core.media.rooms.size).toBe(0);
});

test('a Space whose host was seen by the reconciler alone is live', async () => {
  const core = await openCore();
  const { token } = await core.guest();
  const { participantId, space } = await core.start(token);
  const answer = await core.perch.admit(participantId);
  if (!('admission' in answer)) throw new Error('refused');
  core.media.connect(answer.admission, core.now);
  await core.perch.reconcile();
  expect((await core.store.space(space.id))?.state).toBe('live');
});

test('who left while the gate let them in is taken out again', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  const { token } = await core.guest();
  const { participantId } = await read<Join>(await core.join(token, spaceId));
  const answer = await core.perch.admit(participantId);
  if (!('admission' in answer)) throw new Error('refused');
  await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token });
  core.media.connect(answer.admission, core.now);
  await core.perch.admitted(answer.admission);
  expect(core.media.rooms.get(answer.admission.room)?.has(participantId)).toBe(false);
});

test('a room that could not be deleted is deleted once LiveKit answers', async () => {
  const core = await openCore({ limits: { mediaRetryMs: 5 } });
  const { spaceId, host } = await core.liveSpace();
  core.media.up = false;
  await core.request('POST', `/v1/spaces/${spaceId}/end`, { token: host.token });
  expect(core.media.rooms.size).toBe(1);
  const deleted = new Promise<void>((resolve) => {
    const close = core.media.closeRoom.bind(core.media);
    core.media.closeRoom = (room) => close(room).then(resolve);
  });
  core.media.up = true;
  await deleted;
  expect(core.media.rooms.size).toBe(0);
});

test('a server that stops for good ends every Space with that reason', async () => {
  const core = await openCore();
  const { spaceId } = await core.liveSpace();
  await core.perch.endAll('server_stopped');
  expect(await core.store.space(spaceId)).toMatchObject({ state: 'ended', endReason: 'server_stopped' });
  expect(core.media.rooms.size).toBe(0);
});

test('a doubled event changes nothing', async () => {
  const core = await openCore();
  const { pid, room } = await core.liveSpace();
  const seen = [...core.media.rooms.get(room)!.values()][0]!;
  const left = core.event('participant_left', room, seen);
  await core.perch.onMediaEvent(left);
  const goneAt = (await row(core, pid)).goneAt;
  expect(goneAt).toBe(core.now);
  await core.connect(pid);
  core.now += 1_000;
  await core.perch.onMediaEvent(left);
  expect((await row(core, pid)).goneAt).toBeNull();
});

test('an event about another room, or about nobody we know, changes nothing', async () => {
  const core = await openCore();
  const { pid, room } = await core.liveSpace();
  const before = await row(core, pid);
  const seen = { identity: pid, sid: 'PA_other', joinedAt: core.now + 1 };
  await core.perch.onMediaEvent(core.event('participant_left', `${room}2`, seen));
  await core.perch.onMediaEvent(core.event('participant_left', room, { ...seen, identity: 'p_nobody' }));
  await core.perch.onMediaEvent({ id: 'EV_bare', kind: 'participant_left', room, createdAt: core.now });
  expect(await row(core, pid)).toEqual(before);
});

test('events in any order, doubled or lost leave the newest session known', async () => {
  const core = await openCore({ limits: { guestsPerMinute: 1_000 } });
  const { spaceId, room } = await core.liveSpace();
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.boolean(), async (seed, stays) => {
      const { token } = await core.guest();
      const { participantId: identity } = await read<Join>(await core.join(token, spaceId));
      const session = (n: number) => ({
        identity,
        sid: `PA_${identity}_${n}`,
        joinedAt: core.now + n * 1_000,
      });
      const events: MediaEvent[] = [0, 1, 2].flatMap((n) => [
        core.event('participant_joined', room, session(n)),
        ...(n < 2 || !stays ? [core.event('participant_left', room, session(n))] : []),
      ]);
      const shuffled = [...events, ...events].toSorted((a, b) => rank(a, seed) - rank(b, seed));
      for (const event of shuffled) await core.perch.onMediaEvent(event);
      const known = await row(core, identity);
      expect(known.lkSid).toBe(session(2).sid);
      expect(known.goneAt === null).toBe(stays);
    }),
    { numRuns: 40 },
  );
});

/** A number that depends on event and seed alone. */
function rank({ id }: MediaEvent, seed: number): number {
  return (Math.sin(Number(id.slice(3)) * 12.9898 + seed) * 43_758.5453) % 1;
}

test('a LiveKit that never answers does not keep the server from closing', async () => {
  const core = await openCore({ limits: { drainMs: 20 } });
  const asked = Promise.withResolvers<void>();
  core.media.listRooms = () => {
    asked.resolve();
    return new Promise(() => {});
  };
  await core.perch.start();
  await asked.promise;
  await core.perch.close();
});
