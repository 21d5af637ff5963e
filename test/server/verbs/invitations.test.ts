import { expect, test } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { CROWD, Talk } from '../../support/stage-talk.ts';

const open = async (limits = {}) => Talk.open(await openCore({ limits: { ...CROWD, ...limits } }));
const answer = (talk: Talk, who: { token: string }, accept: boolean) =>
  talk.post(who, 'invitation', { accept });

test('an invitation brings its guest on stage, by the name of who gave it', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  const bea = await talk.listener('Bea');
  expect(await talk.act(cora, 'invite', bea)).toBe('ok');
  expect((await talk.stage(bea)).me?.invitation).toEqual({
    by: 'Cora',
    leftMs: talk.core.limits.invitationMs,
  });
  expect(await answer(talk, bea, true)).toBe('ok');
  expect((await talk.stage(bea)).me).toMatchObject({ role: 'speaker', invitation: null });
});

test('nobody comes on stage by an invitation that was declined, taken back or never given', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  expect(await answer(talk, bea, true)).toBe('invitation_over');
  await talk.act(talk.host, 'invite', bea);
  expect(await answer(talk, bea, false)).toBe('ok');
  expect(await answer(talk, bea, true)).toBe('invitation_over');
  await talk.act(talk.host, 'invite', bea);
  expect([await talk.act(talk.host, 'uninvite', bea), await talk.act(talk.host, 'uninvite', bea)]).toEqual([
    'ok',
    'ok',
  ]);
  expect(await answer(talk, bea, true)).toBe('invitation_over');
  expect(await answer(talk, bea, false)).toBe('ok');
  expect((await talk.stage(bea)).me?.role).toBe('listener');
});

test('an invitation lives its time and not longer, and is then forgotten', async () => {
  const talk = await open();
  const [bea, cem] = [await talk.listener('Bea'), await talk.listener('Cem')];
  await talk.act(talk.host, 'invite', bea);
  await talk.act(talk.host, 'invite', cem);
  talk.core.now += talk.core.limits.invitationMs;
  expect(await answer(talk, bea, true)).toBe('ok');
  talk.core.now += 1;
  expect((await talk.stage(cem)).me?.invitation).toBeNull();
  expect(await answer(talk, cem, true)).toBe('invitation_over');
  await talk.core.perch.reconcile();
  expect(await talk.core.store.participant(cem.pid)).toMatchObject({ invitedAt: null, invitedBy: '' });
});

test('invited again, the time begins anew', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.act(talk.host, 'invite', bea);
  talk.core.now += talk.core.limits.invitationMs - 1;
  await talk.act(talk.host, 'invite', bea);
  talk.core.now += talk.core.limits.invitationMs;
  await talk.core.perch.reconcile();
  expect(await answer(talk, bea, true)).toBe('ok');
});

test('a full stage keeps the invitation for the next seat', async () => {
  const talk = await open({ stageMax: 2 });
  const cem = await talk.speaker('Cem');
  const bea = await talk.listener('Bea');
  await talk.act(talk.host, 'invite', bea);
  expect(await answer(talk, bea, true)).toBe('stage_full');
  await talk.act(talk.host, 'demote', cem);
  expect(await answer(talk, bea, true)).toBe('ok');
});

test('an invitation goes along to another device', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await talk.act(talk.host, 'invite', bea);
  await talk.enter(bea);
  await talk.core.connect(bea.pid);
  expect(await answer(talk, bea, true)).toBe('ok');
  expect(talk.mayPublish(bea)).toBe(true);
});
