import { expect, test } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { arrive, CROWD, must, outcomeOf, Talk, type Somebody } from '../../support/stage-talk.ts';

const open = async (settings = {}) => Talk.open(await openCore({ limits: CROWD }), settings);

async function block(talk: Talk, who: Somebody, whom: Somebody): Promise<void> {
  const body = { spaceId: talk.id, pid: whom.pid };
  await must(outcomeOf(await talk.core.request('POST', '/v1/blocks', { token: who.token, body })));
}

test('guests stay out where the host wants none; who is in already may come back', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.set(talk.host, { allowGuests: false });
  expect(await talk.enter(await arrive(talk.core, 'Cem'))).toBe('guests_refused');
  expect(await talk.enter(bea)).toBe('ok');
  expect(await talk.enter(talk.host)).toBe('ok');
  await talk.post(bea, 'leave');
  expect(await talk.enter(bea)).toBe('guests_refused');
});

test('nobody listens unnamed where the host wants to see who listens', async () => {
  const talk = await open({ allowAnonymous: false });
  const bea = await arrive(talk.core, 'Bea');
  expect(await talk.enter(bea)).toBe('anonymous_refused');
  expect(await talk.enter(bea, { shown: false })).toBe('anonymous_refused');
  expect(await talk.enter(bea, { shown: true })).toBe('ok');
  expect((await talk.stage()).stage.shown).toEqual([{ pid: bea.pid, name: 'Bea' }]);
  await talk.post(talk.host, 'leave');
  expect(await talk.enter(talk.host)).toBe('ok');
});

test('whom the host blocked cannot join what they host', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.post(bea, 'leave');
  await block(talk, talk.host, bea);
  expect(await talk.enter(bea, { despiteBlocked: true })).toBe('blocked_by_host');
  const other = await Talk.open(talk.core);
  expect(await other.enter(bea)).toBe('ok');
});

test('a stand-in who blocked the first host does not keep them out', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  await talk.post(talk.host, 'leave');
  talk.core.now += talk.core.limits.hostGraceMs;
  await talk.core.perch.reconcile();
  await block(talk, cora, talk.host);
  expect(await talk.enter(talk.host)).toBe('ok');
  expect((await talk.stage(talk.host)).me?.role).toBe('host');
});

test('whom the first host blocked stays out also while somebody stands in', async () => {
  const talk = await open();
  await talk.cohost('Cora');
  const bea = await talk.listener('Bea');
  await talk.post(bea, 'leave');
  await block(talk, talk.host, bea);
  await talk.post(talk.host, 'leave');
  talk.core.now += talk.core.limits.hostGraceMs;
  await talk.core.perch.reconcile();
  expect(await talk.enter(bea)).toBe('blocked_by_host');
});

test('whoever blocked somebody on stage is asked first', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  const cem = await talk.listener('Cem');
  await talk.post(cem, 'leave');
  await block(talk, cem, bea);
  expect(await talk.enter(cem)).toBe('blocked_on_stage');
  expect(await talk.enter(cem, { despiteBlocked: true })).toBe('ok');
  expect(await talk.enter(cem)).toBe('ok');
  await talk.post(cem, 'leave');
  await talk.act(talk.host, 'demote', bea);
  expect(await talk.enter(cem)).toBe('ok');
});

test('of several reasons the first one is said', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.act(talk.host, 'remove', bea);
  await block(talk, talk.host, bea);
  await talk.set(talk.host, { allowGuests: false, allowAnonymous: false });
  expect(await talk.enter(bea)).toBe('removed');
  const cem = await arrive(talk.core, 'Cem');
  expect(await talk.enter(cem)).toBe('guests_refused');
  await talk.set(talk.host, { allowGuests: true });
  expect(await talk.enter(cem)).toBe('anonymous_refused');
});

test('nobody refused has left where they were', async () => {
  const talk = await open({ allowGuests: false });
  const elsewhere = await Talk.open(talk.core);
  const bea = await elsewhere.listener('Bea');
  expect(await talk.enter(bea)).toBe('guests_refused');
  expect((await elsewhere.stage(bea)).me?.participantId).toBe(bea.pid);
});

test('whoever comes back unnamed is named to nobody from then on', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea', { shown: true });
  const { v: before } = (await talk.stage()).stage;
  await talk.enter(bea, { shown: false });
  const { v: after, shown } = (await talk.stage()).stage;
  expect(shown).toEqual([]);
  expect(after).toBeGreaterThan(before);
});
