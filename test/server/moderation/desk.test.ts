import { expect, test } from 'vitest';
import { done, refusalOf } from '../../support/actor.ts';
import { read } from '../../support/core-app.ts';
import { OPERATOR, openModerated } from '../../support/operators.ts';
import { identity } from '../../support/store-contract-records.ts';
import { serveStream } from '../../support/stream-client.ts';

const ROUTES: [string, string, unknown?][] = [
  ['GET', '/reports'],
  ['POST', '/reports/1', { state: 'done' }],
  ['POST', '/accounts/1/suspend', { until: 0 }],
  ['POST', '/spaces/1/end', {}],
  ['GET', '/domains'],
  ['PUT', '/domains/wren.example', { rule: 'block' }],
  ['DELETE', '/domains/wren.example'],
  ['GET', '/audit'],
];

test('for those who are no operators there is nothing: guests, others of that domain, nobody at all', async () => {
  const { core, come, operator } = await openModerated();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await core.store.addIdentity(identity('ben', ben.accountId));
  // The name of an operator, of a network that is not theirs.
  await core.store.addIdentity(identity('cem', cem.accountId, { network: 'bluesky', handle: OPERATOR }));
  const tokens = [ben.token, cem.token, undefined, `sps_${'x'.repeat(43)}`];
  for (const [method, path, body] of ROUTES) {
    for (const token of tokens) {
      const answer = await core.request(method, `/v1/moderation${path}`, { token, body });
      expect(await refusalOf(answer)).toBe('404 not_found');
    }
  }
  expect(await operator.audit()).toEqual([]);
  expect(await operator.domains()).toEqual([]);
});

test('an operator ends a Space for everybody, once, and says why', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { pushMs: 5 } });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const line = await ben.follows(url);
  const { room } = await core.perch
    .admit(ben.pid)
    .then((answer) => ('admission' in answer ? answer.admission : { room: '' }));
  for (const _ of [1, 2])
    await done(
      await operator.ask('POST', `/spaces/${host.spaceId}/end`, { why: 'Music that is not theirs' }),
    );
  expect((await line.stage(({ state }) => state === 'ended')).endReason).toBe('moderated');
  expect(core.media.calls).toContain(`closeRoom ${room}`);
  expect(await read(await core.request('GET', `/v1/spaces/${host.spaceId}`))).toMatchObject({
    endReason: 'moderated',
  });
  expect(await operator.audit()).toMatchObject([
    {
      action: 'end:moderated',
      actor: { name: 'Olu' },
      target: null,
      space: { id: host.spaceId, title: 'Morning talk' },
      detail: { why: 'Music that is not theirs' },
    },
  ]);
  const nowhere = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
  for (const id of [nowhere, 'nonsense']) {
    expect(await refusalOf(await operator.ask('POST', `/spaces/${id}/end`, {}))).toBe('404 not_found');
  }
  expect(await refusalOf(await operator.ask('POST', `/spaces/${host.spaceId}/end`, { why: '' }))).toBe(
    '422 invalid_input',
  );
});

test('what hosts and the server did is there too, and is found by whom it was done to', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { requestEveryMs: 0 } });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  await host.doesTo(ben, 'mute');
  await host.doesTo(cem, 'remove');
  core.now += 1;
  await done(await operator.suspend(ben.accountId, core.now + 1_000));
  const actions = async (query: string) =>
    (await operator.audit(query)).map(({ action }) => action).toSorted();
  expect(await actions(`target=${ben.accountId}`)).toEqual(['approve', 'mute', 'suspend']);
  expect(await actions(`target=${cem.accountId}`)).toEqual(['remove']);
  expect(await actions(`target=${ben.accountId}&by=operators`)).toEqual(['suspend']);
  expect(await actions('target=nobody')).toEqual([]);
  const all = await operator.audit('');
  expect(all[0]).toMatchObject({ action: 'suspend', actorId: operator.accountId });
  expect(all.find(({ action }) => action === 'open')).toMatchObject({
    actor: { name: 'Ana' },
    target: null,
    detail: null,
  });
  for (const query of ['by=hosts', 'target=', `target=${'x'.repeat(41)}`, 'all=1']) {
    expect(await refusalOf(await operator.ask('GET', `/audit?${query}`))).toBe('422 invalid_input');
  }
});

test('a long trail comes in parts', async () => {
  const { core, operator } = await openModerated({ limits: { verbsPerMinute: 1_000 } });
  for (let i = 0; i < 130; i += 1) {
    core.now += 1;
    await done(await operator.rule(`n${i}.example`, 'block'));
  }
  const first = await operator.audit();
  const rest = await operator.audit(`by=operators&before=${first.at(-1)?.id}`);
  const hosts = [...first, ...rest].map(({ detail }) => detail?.host);
  expect(hosts).toEqual(Array.from({ length: 130 }, (_, i) => `n${129 - i}.example`));
});

test('an operator is limited as everybody is', async () => {
  const { operator } = await openModerated({ limits: { verbsPerMinute: 2 } });
  for (const _ of [1, 2]) await done(await operator.rule('wren.example', 'block'));
  expect(await refusalOf(await operator.rule('wren.example', 'block'))).toBe('429 rate_limited');
});
