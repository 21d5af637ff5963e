import { expect, test } from 'vitest';
import type { DomainRule } from '#shared/schema/moderation.ts';
import { mayEnter, mayUse } from '../../../server/identity/flow/may-enter.ts';
import type { IdentityRecord } from '../../../server/identity/records.ts';
import { isRefusedAt } from '../../../server/spaces/safety/domain-rules.ts';
import { done, refusalOf } from '../../support/actor.ts';
import { member } from '../../support/members.ts';
import { openModerated } from '../../support/operators.ts';
import { identity } from '../../support/store-contract-records.ts';

const ana = { network: 'mastodon', handle: '@ana@wren.example', host: 'social.wren.example' } as const;
const bea = { network: 'bluesky', handle: '@bea.finch.example', host: 'pds.heron.example' } as const;
const xia = { network: 'x', handle: '@xia', host: 'x.com' } as const;

const rules = (...given: [DomainRule, string][]) => given.map(([rule, host]) => ({ rule, host }));

test.each([
  ['nobody without rules', rules(), []],
  ['the server that vouches', rules(['block', 'social.wren.example']), [ana]],
  ['all below a domain', rules(['block', 'wren.example']), [ana]],
  ['the domain of a handle', rules(['block', 'bea.finch.example']), [bea]],
  ['the parent of a handle’s domain', rules(['block', 'finch.example']), [bea]],
  ['the host of a data server', rules(['block', 'heron.example']), [bea]],
  ['X', rules(['block', 'x.com']), [xia]],
  ['no domain that only ends alike', rules(['block', 'ren.example'], ['block', 'ample']), []],
  ['everybody else once one is allowed', rules(['allow', 'wren.example']), [bea, xia]],
  [
    'nobody whose domain or server is allowed',
    rules(['allow', 'heron.example'], ['allow', 'wren.example']),
    [xia],
  ],
  [
    'what is blocked below what is allowed',
    rules(['allow', 'wren.example'], ['block', 'social.wren.example']),
    [ana, bea, xia],
  ],
])('rules refuse %s', (_, given, refused) => {
  expect([ana, bea, xia].filter((identity) => isRefusedAt(given, identity))).toEqual(refused);
});

test('upper case and a final dot hide no domain', () => {
  const block = rules(['block', 'wren.example']);
  expect(isRefusedAt(block, { ...ana, host: 'Social.WREN.example.' })).toBe(true);
  expect(isRefusedAt(block, { ...ana, host: '', handle: '@ana@Wren.Example' })).toBe(true);
});

test('rules are set, replaced, listed by name and taken back, and all of it is audited', async () => {
  const { core, operator } = await openModerated();
  await done(await operator.rule('perch.example', 'allow'));
  await done(await operator.rule('wren.example', 'allow'));
  await done(await operator.rule('finch.example', 'block'));
  core.now += 5;
  await done(await operator.rule('Wren.Example', 'block'));
  expect(await operator.domains()).toEqual([
    { host: 'finch.example', rule: 'block', at: core.now - 5 },
    { host: 'perch.example', rule: 'allow', at: core.now - 5 },
    { host: 'wren.example', rule: 'block', at: core.now },
  ]);
  core.now += 5;
  await done(await operator.ask('DELETE', '/domains/wren.example'));
  await done(await operator.ask('DELETE', '/domains/wren.example'));
  expect(await operator.domains()).toHaveLength(2);
  const deeds = (await operator.audit()).map(({ action, detail, actor }) => [actor?.name, action, detail]);
  expect(deeds[0]).toEqual(['Olu', 'undomain', { host: 'wren.example' }]);
  expect(deeds[1]).toEqual(['Olu', 'domain', { host: 'wren.example', rule: 'block' }]);
  expect(deeds).toHaveLength(5);
});

test('nobody is sent to a server that is blocked', async () => {
  const { core, operator } = await openModerated();
  const at = (host: string) => ({ network: 'mastodon', handle: `@${host}`, host }) as const;
  await done(await operator.rule('finch.example', 'block'));
  await done(await operator.rule('perch.example', 'allow'));
  await expect(mayUse(core.store, at('social.finch.example'))).rejects.toMatchObject({
    code: 'domain_refused',
  });
  // Its handles may be of a domain that is allowed.
  await mayUse(core.store, at('wren.example'));
  const body = {
    network: 'mastodon',
    who: 'finch.example',
    challenge: 'x'.repeat(43),
    back: 'http://localhost/moderation',
  };
  expect(await refusalOf(await core.request('POST', '/v1/auth/flows', { body }))).toBe('403 domain_refused');
});

test('a sign-in from a refused domain ends as domain_refused', async () => {
  const { core, operator } = await openModerated();
  const proof = { ...bea, subject: 'did:plc:bea' };
  await mayEnter(core.store, proof, core.now);
  await done(await operator.rule('finch.example', 'block'));
  await expect(mayEnter(core.store, proof, core.now)).rejects.toMatchObject({ code: 'domain_refused' });
  await done(await operator.ask('DELETE', '/domains/finch.example'));
  await done(await operator.rule('perch.example', 'allow'));
  await expect(mayEnter(core.store, proof, core.now)).rejects.toMatchObject({ code: 'domain_refused' });
});

test.each(['nonsense', 'localhost', '127.0.0.1', '%00', 'a'.repeat(300), 'wren.example:8080', '-.example'])(
  'a rule for %s is refused',
  async (host) => {
    const { operator } = await openModerated();
    expect(await refusalOf(await operator.rule(encodeURIComponent(decodeURIComponent(host)), 'block'))).toBe(
      '422 invalid_input',
    );
    expect(await operator.domains()).toEqual([]);
  },
);

test('a rule of another kind is refused', async () => {
  const { operator } = await openModerated();
  for (const body of [{}, { rule: 'maybe' }, { rule: 'block', host: 'other.example' }]) {
    expect(await refusalOf(await operator.ask('PUT', '/domains/wren.example', body))).toBe(
      '422 invalid_input',
    );
  }
});

test('who is known by a blocked domain alone is signed out of every device and Space, others stay', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { requestEveryMs: 0 } });
  const [ben, cem, dua] = [await come('Ben'), await come('Cem'), await come('Dua')];
  const at = { host: 'wren.example', handle: '@somebody@wren.example' };
  await core.store.addIdentity(identity('ben', ben.accountId, at));
  await core.store.addIdentity(identity('cem', cem.accountId, at));
  await core.store.addIdentity(identity('cem2', cem.accountId, bea));
  await ben.comesUp(host);
  await done(await operator.rule('wren.example', 'block'));
  expect(core.media.calls).toContain(`removeParticipant ${ben.pid}`);
  expect(await core.perch.admit(ben.pid)).toEqual({ refused: 'unauthenticated' });
  expect(await refusalOf(await ben.ask('POST', '/join', {}))).toBe('401 unauthenticated');
  expect((await host.sees()).stage.people).toHaveLength(1);
  for (const other of [cem, dua]) expect((await other.sees()).me).not.toBeNull();
});

test('no operator is shut out by a rule, and nothing of such a rule is kept', async () => {
  const { core, operator } = await openModerated();
  for (const [host, rule] of [
    ['perch.example', 'block'],
    ['example', 'block'],
    ['wren.example', 'allow'],
  ] as const) {
    expect(await refusalOf(await operator.rule(host, rule))).toBe(
      host === 'example' ? '422 invalid_input' : '403 forbidden',
    );
  }
  const other = await core.guest('Ops');
  await core.store.addIdentity(
    identity('ops', other.account.id, { handle: '@ops@finch.example', host: 'finch.example' }),
  );
  expect(await refusalOf(await operator.rule('finch.example', 'block'))).toBe('403 forbidden');
  expect(await operator.domains()).toEqual([]);
  expect(await operator.audit()).toEqual([]);
  await done(await operator.rule('perch.example', 'allow'));
});

test('nobody unlinks the account that lets them in, and stays by one of a blocked domain', async () => {
  const { core, operator } = await openModerated();
  const who = await member(core, 'Ana', ['mastodon', 'x']);
  const [wren, x] = who.identities as [IdentityRecord, IdentityRecord];
  await core.store.updateIdentity(x.id, { host: 'x.com' });
  await done(await operator.rule('wren.example', 'block'));
  const unlink = ({ id }: IdentityRecord) =>
    core.request('DELETE', `/v1/me/identities/${id}`, { token: who.token });
  expect(await refusalOf(await unlink(x))).toBe('403 domain_refused');
  await done(await unlink(wren));
  expect(await core.store.allIdentitiesOf(who.account.id)).toMatchObject([{ id: x.id }]);
});
