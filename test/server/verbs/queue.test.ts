import { expect, test } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { CROWD, Talk } from '../../support/stage-talk.ts';

const open = async (settings = {}, limits = {}) =>
  Talk.open(await openCore({ limits: { ...CROWD, ...limits } }), settings);

const places = async (talk: Talk) => (await talk.stage(talk.host)).queue?.requests.map(({ name }) => name);
const roleOf = async (talk: Talk, who: { token: string }) => (await talk.stage(who)).me?.role;

test('requests stand in the order they came, also when all come in one moment', async () => {
  const talk = await open();
  for (const name of ['Bea', 'Cem', 'Dan', 'Eli']) await talk.waiting(name);
  expect(await places(talk)).toEqual(['Bea', 'Cem', 'Dan', 'Eli']);
});

test('a new sentence keeps the place, and so does a new device', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea', 'About bees');
  await talk.waiting('Cem');
  talk.core.now += 1_000;
  expect(await talk.post(bea, 'request', { text: 'About wasps' })).toBe('ok');
  expect(await talk.enter(bea)).toBe('ok');
  expect(await places(talk)).toEqual(['Bea', 'Cem']);
  expect((await talk.stage(bea)).me?.request).toMatchObject({ place: 1, text: 'About wasps' });
});

test('a request taken back twice is gone, and whoever is on stage already loses nothing by it', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  const cancel = () => talk.ask(bea, 'DELETE', '/request');
  expect([await cancel(), await cancel()]).toEqual(['ok', 'ok']);
  expect(await talk.act(talk.host, 'approve', bea)).toBe('conflict');
  const cem = await talk.speaker('Cem');
  expect(await talk.ask(cem, 'DELETE', '/request')).toBe('ok');
  expect(await roleOf(talk, cem)).toBe('speaker');
});

test('an approved person is on stage with the right to speak, and waits no longer', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  talk.core.now += 1_000;
  expect(await talk.act(talk.host, 'approve', bea)).toBe('ok');
  expect(await talk.core.store.participant(bea.pid)).toMatchObject({
    role: 'speaker',
    roleSince: talk.core.now,
    exposed: true,
    requestedAt: null,
    requestText: '',
  });
  expect(talk.mayPublish(bea)).toBe(true);
  expect(talk.core.media.names.get(bea.pid)).toBe('Bea');
});

test('of two approvals for the last seat one gives a speaker, the other keeps the place in the queue', async () => {
  const talk = await open({}, { stageMax: 2 });
  const [bea, cem] = [await talk.waiting('Bea'), await talk.waiting('Cem')];
  const answers = await Promise.all([bea, cem].map((one) => talk.act(talk.host, 'approve', one)));
  expect(answers.toSorted()).toEqual(['ok', 'stage_full']);
  expect(await places(talk)).toEqual([answers[0] === 'ok' ? 'Cem' : 'Bea']);
});

test('the absent host keeps a seat', async () => {
  const talk = await open({}, { stageMax: 3 });
  const cora = await talk.cohost('Cora');
  const bea = await talk.waiting('Bea');
  await talk.post(talk.host, 'leave');
  expect((await talk.stage()).stage.seatsFree).toBe(1);
  expect(await talk.act(cora, 'approve', bea)).toBe('ok');
  const cem = await talk.waiting('Cem');
  expect(await talk.act(cora, 'approve', cem)).toBe('stage_full');
  expect(await talk.enter(talk.host)).toBe('ok');
  expect((await talk.stage()).stage.people.map(({ name }) => name)).toEqual(['Ana', 'Cora', 'Bea']);
});

test('under everyone a request is a seat while there is one, then a place that moves up by itself', async () => {
  const talk = await open({ speakPolicy: 'everyone' }, { stageMax: 2 });
  const bea = await talk.waiting('Bea');
  const [cem, dan] = [await talk.waiting('Cem'), await talk.waiting('Dan')];
  expect(await roleOf(talk, bea)).toBe('speaker');
  expect(await places(talk)).toEqual(['Cem', 'Dan']);
  expect(await talk.post(bea, 'leave-stage')).toBe('ok');
  expect([await roleOf(talk, bea), await roleOf(talk, cem)]).toEqual(['listener', 'speaker']);
  expect([talk.mayPublish(bea), talk.mayPublish(cem)]).toEqual([false, true]);
  expect(await talk.post(cem, 'leave')).toBe('ok');
  expect(await roleOf(talk, dan)).toBe('speaker');
});

test('set to everyone, as many come up as there are seats, first come first', async () => {
  const talk = await open({}, { stageMax: 3 });
  for (const name of ['Bea', 'Cem', 'Dan']) await talk.waiting(name);
  expect(await talk.set(talk.host, { speakPolicy: 'everyone' })).toBe('ok');
  expect((await talk.stage()).stage.people.map(({ name }) => name)).toEqual(['Ana', 'Bea', 'Cem']);
  expect(await places(talk)).toEqual(['Dan']);
});

test('under invited nobody comes up by themself', async () => {
  const talk = await open({}, { stageMax: 2 });
  const bea = await talk.speaker('Bea');
  await talk.waiting('Cem');
  await talk.post(bea, 'leave');
  expect(await places(talk)).toEqual(['Cem']);
});

test('a locked queue takes nobody new and keeps who is in it', async () => {
  const talk = await open({ speakPolicy: 'everyone' }, { stageMax: 2 });
  await talk.waiting('Bea');
  await talk.waiting('Cem');
  const dan = await talk.listener('Dan');
  expect(await talk.set(talk.host, { requestsLocked: true })).toBe('ok');
  expect(await talk.post(dan, 'request')).toBe('requests_locked');
  expect(await places(talk)).toEqual(['Cem']);
});

test('a dismissed request is gone; dismissed again is fine', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  const dismiss = () => talk.act(talk.host, 'dismiss', bea);
  expect([await dismiss(), await dismiss()]).toEqual(['ok', 'ok']);
  expect((await talk.stage(bea)).me?.request).toBeNull();
});

test('whoever leaves loses the place', async () => {
  const talk = await open();
  const bea = await talk.waiting('Bea');
  await talk.waiting('Cem');
  await talk.post(bea, 'leave');
  await talk.enter(bea);
  expect(await places(talk)).toEqual(['Cem']);
});
