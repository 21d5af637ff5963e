import { expect, test } from 'vitest';
import type { Report } from '#shared/schema/moderation.ts';
import { done, refusalOf, type Actor } from '../../support/actor.ts';
import { openModerated } from '../../support/operators.ts';
import { identity } from '../../support/store-contract-records.ts';

const report = (who: Actor, body: object = {}) =>
  who.core.request('POST', '/v1/reports', {
    token: who.token,
    body: { spaceId: who.spaceId, reason: 'harassment', ...body },
  });

test('a report tells what was true then beside what is true now', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { requestEveryMs: 0 } });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await core.store.addIdentity(identity('ben', ben.accountId));
  await core.store.addIdentity(identity('cem', cem.accountId, { shown: false }));
  await ben.comesUp(host);
  await done(await report(cem, { pid: ben.pid, text: 'He shouts' }));
  const reportedAt = core.now;
  core.now += 5;
  await ben.does('leave-stage');
  await core.store.renameAccount(ben.accountId, 'Somebody else');
  await core.store.updateIdentity('ben', { handle: '@benjamin@wren.example' });
  await host.does('end');
  const { reports, more } = await operator.reports();
  expect(more).toBe(false);
  expect(reports).toEqual<Report[]>([
    {
      id: expect.any(String),
      at: reportedAt,
      reason: 'harassment',
      text: 'He shouts',
      state: 'open',
      space: { id: host.spaceId, title: 'Morning talk', state: 'ended' },
      reporter: {
        name: 'Cem',
        role: 'listener',
        handles: [],
        account: {
          id: cem.accountId,
          name: 'Cem',
          guest: true,
          identities: [{ network: 'mastodon', handle: '@cem@wren.example' }],
          suspendedUntil: null,
        },
      },
      target: {
        name: 'Ben',
        role: 'speaker',
        handles: [{ network: 'mastodon', handle: '@ben@wren.example' }],
        account: {
          id: ben.accountId,
          name: 'Somebody else',
          guest: true,
          identities: [{ network: 'mastodon', handle: '@benjamin@wren.example' }],
          suspendedUntil: null,
        },
      },
      host: { id: host.accountId, name: 'Ana', guest: true, identities: [], suspendedUntil: null },
      handledBy: null,
      handledAt: null,
    },
  ]);
});

test('a report of a Space names its host of then, and one from outside no role', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { requestEveryMs: 0 } });
  const ben = await come('Ben');
  await ben.comesUp(host);
  await ben.does('leave');
  await done(await report(ben, { reason: 'illegal' }));
  core.now += 5;
  await done(await operator.suspend(host.accountId, core.now + 1_000));
  const [found] = (await operator.reports()).reports;
  expect(found).toMatchObject({
    target: null,
    reporter: { name: 'Ben', role: null },
    host: { name: 'Ana', suspendedUntil: core.now + 1_000 },
  });
});

test('a report is put away and back, by name and audited, and listed where it belongs', async () => {
  const { core, host, come, operator } = await openModerated();
  const ben = await come('Ben');
  await done(await report(ben, { pid: host.pid }));
  const [{ id } = { id: '' }] = (await operator.reports()).reports;
  const put = (state: string) => operator.ask('POST', `/reports/${id}`, { state });
  core.now += 5;
  await done(await put('done'));
  await done(await put('done'));
  expect((await operator.reports()).reports).toEqual([]);
  expect((await operator.reports('done')).reports).toMatchObject([
    { id, state: 'done', handledBy: { name: 'Olu' }, handledAt: core.now },
  ]);
  core.now += 5;
  await done(await put('open'));
  expect((await operator.reports()).reports).toMatchObject([{ id, handledBy: null, handledAt: null }]);
  expect((await operator.reports('done')).reports).toEqual([]);
  const about = {
    actorId: operator.accountId,
    targetId: host.accountId,
    space: { id: host.spaceId, title: 'Morning talk' },
    detail: { report: id },
  };
  expect(await operator.audit()).toMatchObject([
    { ...about, action: 'putBack' },
    { ...about, action: 'putAway' },
  ]);
  for (const body of [{}, { state: 'gone' }, { state: 'done', by: 'Ana' }]) {
    expect(await refusalOf(await operator.ask('POST', `/reports/${id}`, body))).toBe('422 invalid_input');
  }
  expect(await refusalOf(await operator.ask('POST', '/reports/nothing', { state: 'done' }))).toBe(
    '404 not_found',
  );
});

test('a long list comes in parts, newest first, each report once', async () => {
  const { core, host, come, operator } = await openModerated({ limits: { reportsPerDay: 1_000 } });
  const ben = await come('Ben');
  for (let i = 0; i < 120; i += 1) {
    core.now += 1;
    await done(await report(ben, { pid: host.pid, text: `Number ${i}` }));
  }
  const texts: string[] = [];
  for (let before = '', isMore = true; isMore;) {
    const { reports, more } = await operator.reports('open', before && `&before=${before}`);
    texts.push(...reports.map(({ text }) => text));
    before = reports.at(-1)?.id ?? '';
    isMore = more;
  }
  expect(texts).toEqual(Array.from({ length: 120 }, (_, i) => `Number ${119 - i}`));
});

test.each(['state=gone', 'before=', `before=${'x'.repeat(41)}`, 'after=1'])(
  'reports are not listed by %s',
  async (query) => {
    const { operator } = await openModerated();
    expect(await refusalOf(await operator.ask('GET', `/reports?${query}`))).toBe('422 invalid_input');
  },
);
