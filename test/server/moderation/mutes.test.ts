import { expect, test } from 'vitest';
import { Actor, done, openScene, refusalOf } from '../../support/actor.ts';
import { read } from '../../support/core-app.ts';
import { serveStream } from '../../support/stream-client.ts';

const QUICK = { pushMs: 5, requestEveryMs: 0 };

const mute = (who: Actor, pid: string, spaceId = who.spaceId) =>
  who.core.request('POST', '/v1/mutes', { token: who.token, body: { spaceId, pid } });
const unmute = (who: Actor, pid: string, spaceId = who.spaceId) =>
  who.core.request('DELETE', `/v1/mutes/${spaceId}/${pid}`, { token: who.token });

/** The same person in another Space. */
function inSpace({ core, token, accountId: id, name }: Actor, spaceId: string, pid = ''): Actor {
  return new Actor(core, { token, account: { id, name, guest: true } }, spaceId, pid);
}

test('a mute is for the one who made it, holds for the account in every Space, and is undone', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  await done(await mute(cem, ben.pid));
  await done(await mute(cem, ben.pid));
  expect((await cem.sees()).muted).toEqual([ben.pid]);
  expect((await cem.sees()).me?.muted).toEqual([ben.pid]);
  expect((await host.sees()).muted).toEqual([]);
  expect((await ben.sees()).me?.muted).toEqual([]);

  await ben.does('leave');
  expect((await cem.sees()).muted).toEqual([]);
  const next = await core.start(ben.token, 'Next');
  const bens = inSpace(ben, next.space.id, next.participantId);
  await core.connect(bens.pid);
  const cems = inSpace(cem, next.space.id);
  expect((await cems.sees()).muted).toEqual([bens.pid]);
  const joined = await cems.joins();
  expect(joined.muted).toEqual([bens.pid]);
  await core.connect(joined.participantId);
  expect((await cems.sees()).me?.muted).toEqual([bens.pid]);
  await done(await unmute(cem, ben.pid));
  await done(await unmute(cem, ben.pid));
  expect((await cems.sees()).muted).toEqual([]);
});

test('who follows a Space is told whom not to hear: at once, and when somebody muted comes up, joins again or goes', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const line = await cem.follows(url);
  expect((await line.next('me')).me?.muted).toEqual([]);
  await done(await mute(cem, ben.pid));
  await ben.comesUp(host);
  expect((await line.next('me')).me?.muted).toEqual([ben.pid]);
  const before = ben.pid;
  await ben.joins();
  expect(ben.pid).not.toBe(before);
  expect((await line.next('me')).me?.muted).toEqual([ben.pid]);
  await ben.does('leave-stage');
  expect((await line.next('me')).me?.muted).toEqual([]);
  await done(await mute(cem, host.pid));
  expect((await line.next('me')).me?.muted).toEqual([host.pid]);
  await done(await unmute(cem, host.pid));
  expect((await line.next('me')).me?.muted).toEqual([]);
});

test('a mute refuses oneself, strangers, other Spaces and nonsense', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  const other = await core.liveSpace('Other');
  expect(await refusalOf(await mute(ben, ben.pid))).toBe('403 forbidden');
  expect(await refusalOf(await mute(ben, host.pid, other.spaceId))).toBe('404 not_found');
  expect(await refusalOf(await mute(ben, host.pid.replace(/.$/, '!')))).toBe('422 invalid_input');
  expect(await refusalOf(await mute(ben, `p_${'0'.repeat(26)}`))).toBe('404 not_found');
  expect(await refusalOf(await unmute(ben, host.pid, other.spaceId))).toBe('404 not_found');
  expect(await refusalOf(await unmute(ben, 'nonsense'))).toBe('404 not_found');
  const nobody = await core.request('POST', '/v1/mutes', { body: { spaceId: ben.spaceId, pid: host.pid } });
  expect(await refusalOf(nobody)).toBe('401 unauthenticated');
  const extra = { spaceId: ben.spaceId, pid: host.pid, everywhere: true };
  const answer = await core.request('POST', '/v1/mutes', { token: ben.token, body: extra });
  expect(await refusalOf(answer)).toBe('422 invalid_input');
  expect((await ben.sees()).muted).toEqual([]);
  await read(await core.request('GET', `/v1/spaces/${ben.spaceId}/stage`));
});

test('whoever is blocked is not heard either, until that is undone', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  const line = await cem.follows(url);
  expect((await line.next('me')).me?.muted).toEqual([]);
  const body = { spaceId: cem.spaceId, pid: ben.pid };
  const block = await read<{ id: string }>(
    await core.request('POST', '/v1/blocks', { token: cem.token, body }),
  );
  expect((await line.next('me')).me?.muted).toEqual([ben.pid]);
  const undo = (token: string) => core.request('DELETE', `/v1/blocks/${block.id}`, { token });
  await done(await undo(ben.token));
  expect((await cem.sees()).muted).toEqual([ben.pid]);
  await done(await undo(cem.token));
  expect((await line.next('me')).me?.muted).toEqual([]);
});
