import { expect, test } from 'vitest';
import { openCore, temporaryDir } from '../../support/core-app.ts';
import { Rows } from '../../support/stage-rows.ts';
import { CROWD, must, Talk } from '../../support/stage-talk.ts';

const open = async (settings = {}, limits = {}) =>
  Talk.open(await openCore({ limits: { ...CROWD, ...limits } }), settings);
const row = async (talk: Talk, { pid }: { pid: string }) => (await talk.core.store.participant(pid))!;
const mutesOf = (talk: Talk) => talk.core.media.calls.filter((call) => call.startsWith('muteParticipant'));

test('a mute reaches LiveKit and leaves nothing behind', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  expect(await talk.act(talk.host, 'mute', bea)).toBe('ok');
  expect(mutesOf(talk)).toEqual([`muteParticipant ${bea.pid}`]);
  expect(await row(talk, bea)).toMatchObject({ role: 'speaker', muteAskedAt: null });
});

test('all are muted but those whom the caller may not mute', async () => {
  const talk = await open();
  const [cora, bea, cem] = [await talk.cohost('Cora'), await talk.speaker('Bea'), await talk.speaker('Cem')];
  const lou = await talk.listener('Lou');
  const muted = () =>
    mutesOf(talk)
      .splice(0)
      .map((call) => call.split(' ')[1])
      .toSorted();
  expect(await talk.post(cora, 'mute-all')).toBe('ok');
  expect(muted()).toEqual([bea.pid, cem.pid].toSorted());
  talk.core.media.calls.length = 0;
  expect(await talk.post(talk.host, 'mute-all')).toBe('ok');
  expect(muted()).toEqual([cora.pid, bea.pid, cem.pid].toSorted());
  expect(await talk.post(lou, 'mute-all')).toBe('forbidden');
});

test('who is moved to the listeners cannot send and is not hidden again', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  expect(await talk.act(talk.host, 'demote', bea)).toBe('ok');
  expect(talk.core.media.rooms.get(talk.room)?.get(bea.pid)).toMatchObject({
    canPublish: false,
    hidden: false,
  });
  const { me, stage } = await talk.stage(bea);
  expect(me).toMatchObject({ role: 'listener', shown: false });
  expect(stage).toMatchObject({ shown: [], listeners: 1 });
});

test('a new identity of somebody moved off the stage is hidden and unnamed again', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  await talk.post(bea, 'leave-stage');
  await talk.enter(bea);
  await talk.core.connect(bea.pid);
  expect(talk.core.media.rooms.get(talk.room)?.get(bea.pid)).toMatchObject({
    canPublish: false,
    hidden: true,
  });
  expect(talk.core.media.names.has(bea.pid)).toBe(false);
});

test('who is moved off the stage while changing device is silent on both', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const old = bea.pid;
  await talk.enter(bea);
  expect(talk.core.media.rooms.get(talk.room)?.has(old)).toBe(true);
  expect(await talk.act(talk.host, 'demote', { pid: old })).toBe('ok');
  expect(talk.core.media.rooms.get(talk.room)?.has(old)).toBe(false);
  expect(await talk.core.perch.admit(old)).toEqual({ refused: 'unauthenticated' });
  expect((await talk.core.connect(bea.pid)).role).toBe('listener');
});

test('who is muted while changing device is silent on both', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const old = bea.pid;
  await talk.enter(bea);
  expect(await talk.act(talk.host, 'mute', bea)).toBe('ok');
  expect(talk.core.media.rooms.get(talk.room)?.has(old)).toBe(false);
  talk.core.now += 1;
  talk.core.media.unmuted.add(bea.pid);
  await talk.core.connect(bea.pid);
  expect(talk.core.media.unmuted.has(bea.pid)).toBe(false);
  expect((await row(talk, bea)).muteAskedAt).toBeNull();
});

test('a removed person is out of LiveKit, and the account does not come back by any way', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const old = bea.pid;
  await talk.enter(bea);
  expect(await talk.act(talk.host, 'remove', bea)).toBe('ok');
  const inside = [...talk.core.media.rooms.get(talk.room)!.keys()];
  expect(inside).toEqual([talk.host.pid]);
  for (const pid of [old, bea.pid]) {
    expect(await talk.core.perch.admit(pid)).toEqual({ refused: 'unauthenticated' });
  }
  expect(await talk.enter(bea, { shown: true, despiteBlocked: true })).toBe('removed');
  expect(await talk.post(bea, 'request')).toBe('not_in_space');
  expect((await row(talk, bea)).leftReason).toBe('removed');
});

test('a removed person is free to join and host elsewhere', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.act(talk.host, 'remove', bea);
  const other = await Talk.open(talk.core);
  expect(await other.enter(bea)).toBe('ok');
});

test('a person is found by the pid of a device that they left', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  const first = bea.pid;
  await talk.enter(bea);
  await talk.enter(bea);
  expect(await talk.act(talk.host, 'approve', { pid: first })).toBe('ok');
  expect((await row(talk, bea)).role).toBe('speaker');
});

test('however often somebody came again, they are found in a few steps', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  const first = bea.pid;
  for (let times = 0; times < 20; times += 1) await must(talk.enter(bea));
  const asked: string[] = [];
  const { store } = talk.core;
  const { transaction } = store;
  store.transaction = (work) =>
    transaction((records) =>
      work({ ...records, participant: (id) => (asked.push(id), records.participant(id)) }),
    );
  expect(await talk.act(talk.host, 'approve', { pid: first })).toBe('ok');
  expect((await row(talk, bea)).role).toBe('speaker');
  expect(asked).toEqual([first]);
});

test('nobody is found who left, or who is in another Space', async () => {
  const talk = await open();
  const elsewhere = await Talk.open(talk.core);
  const bea = await talk.speaker('Bea');
  await talk.post(bea, 'leave');
  for (const pid of [bea.pid, elsewhere.host.pid, 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV']) {
    expect(await talk.act(talk.host, 'remove', { pid })).toBe('not_found');
  }
  expect(await elsewhere.enter(bea)).toBe('ok');
});

test('who shows themself is named to all, and may take it back unless the host wants to see who listens', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  const names = async () => (await talk.stage()).stage.shown.map(({ name }) => name);
  expect(await talk.post(bea, 'shown', { shown: true })).toBe('ok');
  expect(await names()).toEqual(['Bea']);
  expect(await talk.post(bea, 'shown', { shown: false })).toBe('ok');
  expect(await names()).toEqual([]);
  await talk.post(bea, 'shown', { shown: true });
  await talk.set(talk.host, { allowAnonymous: false });
  expect(await talk.post(bea, 'shown', { shown: false })).toBe('anonymous_refused');
  expect(await talk.enter(bea, { shown: false })).toBe('ok');
  expect(await names()).toEqual(['Bea']);
});

test('each verb raises the version once and leaves one line in the books: who did what to whom', async () => {
  const dataDir = temporaryDir();
  const talk = await Talk.open(await openCore({ limits: CROWD, dataDir }));
  const bea = await talk.waiting('Bea');
  const before = (await talk.core.store.space(talk.id))!.version;
  for (const action of ['approve', 'mute', 'demote', 'remove'] as const)
    await talk.act(talk.host, action, bea);
  expect((await talk.core.store.space(talk.id))!.version).toBe(before + 4);
  const rows = new Rows(dataDir);
  const lines = rows.audits(talk.id).slice(-5);
  rows.close();
  expect(lines.map(({ actor, action, target }) => [actor, action, target])).toEqual([
    [bea.account, 'request', null],
    ...['approve', 'mute', 'demote', 'remove'].map((action) => [talk.host.account, action, bea.account]),
  ]);
});
