import { expect, test } from 'vitest';
import type { Admission } from '../../../server/spaces/ports.ts';
import { CoreApp, openCore } from '../../support/core-app.ts';
import { CROWD, must, Talk, type Somebody } from '../../support/stage-talk.ts';

const open = async (limits = {}) => Talk.open(await openCore({ limits: { ...CROWD, ...limits } }));
const inside = (talk: Talk) => [...talk.core.media.rooms.get(talk.room)!.keys()];
const row = async (talk: Talk, { pid }: Somebody) => (await talk.core.store.participant(pid))!;

/** The gate has asked about somebody and is on its way to LiveKit. */
async function onTheWay(talk: Talk, { pid }: Somebody): Promise<Admission> {
  const answer = await talk.core.perch.admit(pid);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.admission;
}

async function arrives(talk: Talk, admission: Admission): Promise<void> {
  talk.core.media.connect(admission, talk.core.now);
  await talk.core.perch.admitted(admission);
}

/** Resolves when LiveKit did this once more. */
function nextCall(talk: Talk, method: 'applyRole' | 'removeParticipant'): Promise<void> {
  const { media } = talk.core;
  const real = media[method].bind(media) as (...words: unknown[]) => Promise<void>;
  return new Promise((resolve) =>
    Object.assign(media, { [method]: (...words: unknown[]) => real(...words).then(resolve) }),
  );
}

test('while LiveKit is away every verb is done, and LiveKit follows as soon as it answers', async () => {
  const talk = await open();
  const [bea, cem, dan] = [await talk.waiting('Bea'), await talk.speaker('Cem'), await talk.speaker('Dan')];
  talk.core.media.up = false;
  expect(await talk.act(talk.host, 'approve', bea)).toBe('ok');
  expect(await talk.act(talk.host, 'demote', cem)).toBe('ok');
  expect(await talk.act(talk.host, 'remove', dan)).toBe('ok');
  talk.core.media.up = true;
  await talk.core.perch.reconcile();
  expect([talk.mayPublish(bea), talk.mayPublish(cem), talk.mayPublish(dan)]).toEqual([true, false, null]);
});

test('a removal that failed is tried again by itself', async () => {
  const talk = await open({ mediaRetryMs: 5 });
  const bea = await talk.speaker('Bea');
  talk.core.media.up = false;
  await must(talk.act(talk.host, 'remove', bea));
  expect(inside(talk)).toContain(bea.pid);
  const removed = nextCall(talk, 'removeParticipant');
  talk.core.media.up = true;
  await removed;
  expect(inside(talk)).toEqual([talk.host.pid]);
});

test('a promotion that LiveKit missed is never made up for after a demotion', async () => {
  const talk = await open({ mediaRetryMs: 5 });
  const bea = await talk.waiting('Bea');
  const { media } = talk.core;
  media.up = false;
  await must(talk.act(talk.host, 'approve', bea));
  await must(talk.act(talk.host, 'demote', bea));
  media.calls.length = 0;
  const followed = nextCall(talk, 'applyRole');
  media.up = true;
  await followed;
  expect(media.calls.filter((call) => call.startsWith('applyRole'))).toEqual([
    `applyRole ${bea.pid} listener`,
  ]);
  expect(talk.mayPublish(bea)).toBe(false);
});

test('whoever is moved while LiveKit is slow ends where the last word put them', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  const { media } = talk.core;
  const slow = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const applyRole = media.applyRole.bind(media);
  media.applyRole = async (admission) => {
    media.applyRole = applyRole;
    asked.resolve();
    await slow.promise;
    await applyRole(admission);
  };
  const approval = talk.act(talk.host, 'approve', bea);
  await asked.promise;
  const demotion = talk.act(talk.host, 'demote', bea);
  slow.resolve();
  expect(await Promise.all([approval, demotion])).toEqual(['ok', 'ok']);
  expect(talk.mayPublish(bea)).toBe(false);
});

test.each([
  ['promoted', async (talk: Talk, bea: Somebody) => talk.act(talk.host, 'approve', bea), true],
  ['removed', async (talk: Talk, bea: Somebody) => talk.act(talk.host, 'remove', bea), null],
] as const)('a listener %s on the way into LiveKit is so once there', async (_, change, mayPublish) => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  await must(talk.enter(bea));
  const admission = await onTheWay(talk, bea);
  await must(change(talk, bea));
  await arrives(talk, admission);
  expect(talk.mayPublish(bea)).toBe(mayPublish);
});

test('a speaker moved off the stage on the way into LiveKit cannot send there', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  await must(talk.enter(bea));
  const admission = await onTheWay(talk, bea);
  await must(talk.act(talk.host, 'demote', bea));
  await arrives(talk, admission);
  expect(talk.mayPublish(bea)).toBe(false);
});

test('LiveKit that shows other rights than the store gives is put right', async () => {
  const talk = await open();
  const [bea, cem] = [await talk.speaker('Bea'), await talk.listener('Cem')];
  const dan = await talk.speaker('Dan');
  await must(talk.act(talk.host, 'demote', dan));
  const people = talk.core.media.rooms.get(talk.room)!;
  const set = ({ pid }: Somebody, change: object) => people.set(pid, { ...people.get(pid)!, ...change });
  set(bea, { canPublish: false });
  set(cem, { canPublish: true });
  set(dan, { canPublish: true, hidden: true });
  await talk.core.perch.reconcile();
  expect([talk.mayPublish(bea), talk.mayPublish(cem), talk.mayPublish(dan)]).toEqual([true, false, false]);
  expect(people.get(dan.pid)?.hidden).toBe(false);
});

test('a mute that LiveKit missed is made up for once it answers, and only then forgotten', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  talk.core.media.up = false;
  await must(talk.act(talk.host, 'mute', bea));
  expect((await row(talk, bea)).muteAskedAt).toBe(talk.core.now);
  talk.core.media.up = true;
  talk.core.media.calls.length = 0;
  await talk.core.perch.reconcile();
  expect(talk.core.media.calls).toContain(`muteParticipant ${bea.pid}`);
  expect((await row(talk, bea)).muteAskedAt).toBeNull();
});

test('who was muted while LiveKit was gone is muted on sending again, and then left alone', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const { media } = talk.core;
  media.rooms.get(talk.room)!.delete(bea.pid);
  await must(talk.act(talk.host, 'mute', bea));
  talk.core.now += 1;
  await talk.core.connect(bea.pid);
  media.unmuted.add(bea.pid);
  await talk.core.perch.reconcile();
  expect(media.unmuted.has(bea.pid)).toBe(false);
  media.unmuted.add(bea.pid);
  await talk.core.perch.reconcile();
  expect(media.unmuted.has(bea.pid)).toBe(true);
});

test('who comes back without sending is not muted later', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const { media, limits } = talk.core;
  media.rooms.get(talk.room)!.delete(bea.pid);
  await must(talk.act(talk.host, 'mute', bea));
  talk.core.now += 1;
  await talk.core.connect(bea.pid);
  talk.core.now += 2 * limits.reconcileMs;
  await talk.core.perch.reconcile();
  media.unmuted.add(bea.pid);
  await talk.core.perch.reconcile();
  expect(media.unmuted.has(bea.pid)).toBe(true);
});

test('a mute does not outlive the place on stage', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  talk.core.media.up = false;
  await must(talk.act(talk.host, 'mute', bea));
  await must(talk.act(talk.host, 'demote', bea));
  talk.core.media.up = true;
  expect((await row(talk, bea)).muteAskedAt).toBeNull();
});

test('who is not on stage is nowhere in LiveKit by name, who was stays so', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  expect([...talk.core.media.names.values()]).toEqual(['Ana']);
  await must(talk.act(talk.host, 'approve', bea));
  expect(talk.core.media.names.get(bea.pid)).toBe('Bea');
  await must(talk.act(talk.host, 'demote', bea));
  expect((await onTheWay(talk, bea)).exposed).toBe(true);
});

test('after LiveKit came back without anybody, all are let in again in their roles', async () => {
  const talk = await open();
  const [bea, cem] = [await talk.speaker('Bea'), await talk.waiting('Cem')];
  await must(talk.act(talk.host, 'cohost', bea));
  talk.core.media.rooms.clear();
  await talk.core.perch.mediaRestarted();
  talk.core.now += talk.core.limits.hostAwayMs - 1;
  for (const one of [talk.host, bea, cem]) await talk.core.connect(one.pid);
  await talk.core.perch.reconcile();
  expect([talk.host, bea, cem].map((one) => talk.mayPublish(one))).toEqual([true, true, false]);
  const { stage, queue } = await talk.stage(talk.host);
  expect(stage.people.map(({ role }) => role)).toEqual(['host', 'cohost']);
  expect(queue?.requests.map(({ name }) => name)).toEqual(['Cem']);
});

test('another server on the same store finds every role, place and mute as it was', async () => {
  const before = await open();
  const [bea, cem] = [await before.cohost('Bea'), await before.waiting('Cem')];
  before.core.media.up = false;
  await must(before.act(before.host, 'mute', bea));
  before.core.media.up = true;
  const { store, media, limits, now } = before.core;
  const next = new CoreApp(store, { media, limits, now });
  await next.perch.reconcile();
  const talk = new Talk(next, before.id, before.host);
  expect((await talk.stage(talk.host)).queue?.requests.map(({ pid }) => pid)).toEqual([cem.pid]);
  expect((await talk.stage(bea)).me?.role).toBe('cohost');
  expect(media.calls.at(-1)).toBe(`muteParticipant ${bea.pid}`);
  await next.perch.close();
});
