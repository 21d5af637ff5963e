import { expect, test } from 'vitest';
import { FOR_EVER } from '#shared/schema/moderation.ts';
import { mayEnter } from '../../../server/identity/flow/may-enter.ts';
import type { Proof } from '../../../server/identity/networks/network.ts';
import { done, refusalOf } from '../../support/actor.ts';
import { read } from '../../support/core-app.ts';
import { OPERATOR, openModerated } from '../../support/operators.ts';
import { identity } from '../../support/store-contract-records.ts';
import { serveStream } from '../../support/stream-client.ts';

const DAY_MS = 24 * 3_600_000;
const QUICK = { pushMs: 5, requestEveryMs: 0 };

test('a suspended speaker is out at once: of LiveKit, of the gate, of the stage that others see', async () => {
  const { core, host, come, operator } = await openModerated({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  await ben.comesUp(host);
  const [line, bens] = [await host.follows(url), await ben.follows(url)];
  await line.stage(({ people }) => people.length === 2);
  expect((await bens.next('me')).me?.role).toBe('speaker');
  await done(await operator.suspend(ben.accountId, core.now + DAY_MS, 'Shouts at everybody'));
  expect(core.media.calls).toContain(`removeParticipant ${ben.pid}`);
  expect(await core.perch.admit(ben.pid)).toEqual({ refused: 'unauthenticated' });
  await line.stage(({ people }) => people.length === 1);
  expect((await bens.next('me')).me).toBeNull();
});

test('who is suspended may read, and is refused every deed until it is over', async () => {
  const { core, host, come, operator } = await openModerated({ limits: QUICK });
  const ben = await come('Ben');
  await ben.comesUp(host);
  const until = core.now + DAY_MS;
  await done(await operator.suspend(ben.accountId, until));
  const space = { spaceId: host.spaceId, pid: host.pid };
  const deeds: [string, string, unknown?][] = [
    ['POST', '/v1/spaces', { title: 'Mine' }],
    ['POST', `/v1/spaces/${host.spaceId}/join`, {}],
    ['POST', `/v1/spaces/${host.spaceId}/request`, {}],
    ['DELETE', `/v1/spaces/${host.spaceId}/request`],
    ['POST', `/v1/spaces/${host.spaceId}/react`, { emoji: '👍' }],
    ['POST', `/v1/spaces/${host.spaceId}/shown`, { shown: true }],
    ['POST', `/v1/spaces/${host.spaceId}/invitation`, { accept: true }],
    ['POST', `/v1/spaces/${host.spaceId}/leave-stage`, {}],
    ['POST', `/v1/spaces/${host.spaceId}/mute-all`, {}],
    ['POST', `/v1/spaces/${host.spaceId}/people/${host.pid}/mute`, {}],
    ['PATCH', `/v1/spaces/${host.spaceId}`, { title: 'Taken' }],
    ['POST', `/v1/spaces/${host.spaceId}/end`, {}],
    ['POST', '/v1/blocks', space],
    ['POST', '/v1/mutes', space],
    ['DELETE', `/v1/mutes/${host.spaceId}/${host.pid}`],
    ['POST', '/v1/reports', { spaceId: host.spaceId, reason: 'spam' }],
  ];
  const tries = () =>
    Promise.all(deeds.map(([method, path, body]) => core.request(method, path, { token: ben.token, body })));
  for (const answer of await tries()) expect(await refusalOf(answer)).toBe('403 suspended');
  expect((await ben.sees()).me).toBeNull();
  await read(await core.request('GET', '/v1/blocks', { token: ben.token }));
  core.now = until - 1;
  expect(await refusalOf(await core.join(ben.token, host.spaceId))).toBe('403 suspended');
  core.now = until;
  await core.connect((await ben.joins()).participantId);
  expect((await ben.sees()).me?.role).toBe('listener');
});

test('a suspension is taken back, each time for a reason, and all of it is audited', async () => {
  const { core, come, operator } = await openModerated();
  const ben = await come('Ben');
  await core.store.addIdentity(identity('ben', ben.accountId));
  await done(await operator.suspend(ben.accountId, FOR_EVER, 'Hate, three times'));
  core.now += 5;
  await done(await operator.suspend(ben.accountId, 0, 'It was somebody else'));
  await core.connect((await ben.joins()).participantId);
  const who = { actorId: operator.accountId, targetId: ben.accountId, space: null };
  expect(await operator.audit()).toMatchObject([
    { ...who, at: core.now, action: 'unsuspend', detail: { why: 'It was somebody else' } },
    {
      ...who,
      at: core.now - 5,
      action: 'suspend',
      detail: { until: FOR_EVER, why: 'Hate, three times' },
      actor: { name: 'Olu', identities: [{ network: 'mastodon', handle: OPERATOR }] },
      target: { name: 'Ben', guest: true, suspendedUntil: null },
    },
  ]);
});

test('the Space of a suspended host goes on with the next on stage, who need not wait', async () => {
  const { core, host, come, operator } = await openModerated({ limits: QUICK });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  await done(await operator.suspend(host.accountId, core.now + DAY_MS));
  expect(core.media.calls).toContain(`removeParticipant ${host.pid}`);
  expect((await cem.sees()).stage).toMatchObject({
    state: 'live',
    hostLostAt: null,
    people: [{ pid: ben.pid, role: 'host' }],
  });
  core.now += DAY_MS;
  await core.connect((await host.joins()).participantId);
  expect((await cem.sees()).stage.people).toMatchObject([{ pid: host.pid, role: 'host' }, { pid: ben.pid }]);
});

test('a Space whose suspended host was alone on its stage ends as one with an empty stage', async () => {
  const { core, host, come, operator } = await openModerated();
  const ben = await come('Ben');
  await done(await operator.suspend(host.accountId, core.now + DAY_MS));
  expect((await ben.sees()).stage).toMatchObject({ state: 'live', people: [] });
  core.now += core.limits.stageEmptyMs;
  await core.perch.reconcile();
  expect((await ben.sees()).stage).toMatchObject({ state: 'ended', endReason: 'stage_empty' });
});

test('a Space that a suspended host had only begun is dropped', async () => {
  const { core, operator } = await openModerated();
  const ben = await core.guest('Ben');
  const { space } = await core.start(ben.token);
  await done(await operator.suspend(ben.account.id, core.now + DAY_MS));
  expect(await core.store.space(space.id)).toMatchObject({ state: 'ended', endReason: 'never_started' });
});

test.each(['join', 'start'] as const)(
  'a %s that was under way when the operator was faster comes too late',
  async (verb) => {
    const { core, host, operator } = await openModerated();
    const ben = await core.guest('Ben');
    const transaction = core.store.transaction.bind(core.store);
    let isFirst = true;
    core.store.transaction = async (work) => {
      if (isFirst) {
        isFirst = false;
        await operator.suspend(ben.account.id, core.now + DAY_MS);
      }
      return transaction(work);
    };
    const answer =
      verb === 'join'
        ? await core.join(ben.token, host.spaceId)
        : await core.request('POST', '/v1/spaces', { token: ben.token, body: { title: 'Mine' } });
    expect(await refusalOf(answer)).toBe('403 suspended');
    expect(await core.store.openParticipantsOf(ben.account.id)).toEqual([]);
  },
);

test('nobody suspends an operator, a stranger, or with nonsense', async () => {
  const { core, come, operator } = await openModerated();
  const ben = await come('Ben');
  const later = core.now + DAY_MS;
  expect(await refusalOf(await operator.suspend(operator.accountId, later))).toBe('403 forbidden');
  for (const id of ['nobody', '%00', 'server', "' OR 1=1 --"]) {
    expect(await refusalOf(await operator.suspend(id, later))).toBe('404 not_found');
  }
  const bodies = [
    {},
    { until: -1 },
    { until: 1.5 },
    { until: '1' },
    { until: FOR_EVER + 1 },
    { until: 1, more: 1 },
  ];
  for (const body of [
    ...bodies,
    { until: later, why: 'x'.repeat(501) },
    { until: later, why: 'a\u202Eb' },
    [],
  ]) {
    const answer = await operator.ask('POST', `/accounts/${ben.accountId}/suspend`, body);
    expect(await refusalOf(answer)).toBe('422 invalid_input');
  }
  expect(await core.store.account(ben.accountId)).toMatchObject({ suspendedUntil: null });
  expect(await operator.audit()).toEqual([]);
});

test('no sign-in leads round a suspension, nor round the deletion of the account', async () => {
  const { core, come, operator } = await openModerated();
  const ben = await come('Ben');
  const theirs = identity('ben', ben.accountId);
  await core.store.addIdentity(theirs);
  const proof: Pick<Proof, 'network' | 'subject' | 'handle' | 'host'> = theirs;
  await mayEnter(core.store, proof, core.now);
  await done(await operator.suspend(ben.accountId, core.now + DAY_MS));
  await expect(mayEnter(core.store, proof, core.now)).rejects.toMatchObject({ code: 'suspended' });
  await mayEnter(core.store, proof, core.now + DAY_MS);
  await mayEnter(core.store, { ...proof, subject: 'somebody else' }, core.now);
});

test('who is suspended may see, sign out and delete the account, but neither change nor join it to another', async () => {
  const { core, come, operator } = await openModerated();
  const ben = await come('Ben');
  const theirs = identity('ben', ben.accountId);
  await core.store.addIdentity(theirs);
  await done(await operator.suspend(ben.accountId, core.now + DAY_MS));
  const ask = (method: string, path: string, body?: unknown) =>
    core.request(method, path, { token: ben.token, body });
  expect(await read(await ask('GET', '/v1/me'))).toMatchObject({ id: ben.accountId });
  const refused: [string, string, unknown?][] = [
    ['PATCH', '/v1/me', { name: 'Bea' }],
    ['DELETE', '/v1/me/identities/ben'],
    ['PATCH', '/v1/me/identities/ben', { shown: false }],
    ['POST', '/v1/auth/merge', { ticket: 'x'.repeat(43) }],
  ];
  for (const [method, path, body] of refused) {
    expect(await refusalOf(await ask(method, path, body))).toBe('403 suspended');
  }
  await read(await ask('POST', '/v1/auth/renew', {}));
  await done(await ask('DELETE', '/v1/me'));
  await expect(mayEnter(core.store, theirs, core.now)).rejects.toMatchObject({ code: 'suspended' });
  core.now += DAY_MS;
  await mayEnter(core.store, theirs, core.now);
});
