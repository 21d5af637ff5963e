import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditRecord, ReportRecord, Store } from '../../server/spaces/records.ts';
import { account, identity, NOW, space } from './store-contract-records.ts';

/** What any store must do for mutes and for what operators decide. `open` gives an empty one. */
export function moderationContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem']) await store.addAccount(account(id));
  });
  afterEach(() => store.close());

  test('a mute is one-sided, stands once and is dropped by its maker alone', async () => {
    await store.addMute('ana', 'ben', NOW);
    await store.addMute('ana', 'ben', NOW + 1);
    await store.addMute('cem', 'ben', NOW);
    expect(await store.mutedAmong('ana', ['ben', 'cem', 'nobody'])).toEqual(['ben']);
    expect(await store.mutedAmong('ben', ['ana'])).toEqual([]);
    expect(await store.mutedAmong('ana', [])).toEqual([]);
    await store.dropMute('ben', 'ana');
    await store.dropMute('ana', 'cem');
    expect(await store.mutesOf(['ben', 'cem'])).toEqual(
      new Map([
        ['ana', new Set(['ben'])],
        ['cem', new Set(['ben'])],
      ]),
    );
    await store.dropMute('ana', 'ben');
    expect(await store.mutesOf(['ben'])).toEqual(new Map([['cem', new Set(['ben'])]]));
    expect(await store.mutesOf([])).toEqual(new Map());
  });

  test('a suspension stands until it is taken back', async () => {
    await store.suspendAccount('ana', NOW + 5);
    expect(await store.account('ana')).toEqual({ ...account('ana'), suspendedUntil: NOW + 5 });
    expect(await store.account('ben')).toEqual(account('ben'));
    await store.suspendAccount('ana', null);
    expect(await store.account('ana')).toEqual(account('ana'));
  });

  test('who is shut out is so until then, and forgotten after', async () => {
    await store.shutOut('hash', NOW + 5);
    expect([await store.isShutOut('hash', NOW + 4), await store.isShutOut('other', NOW)]).toEqual([
      true,
      false,
    ]);
    expect(await store.isShutOut('hash', NOW + 5)).toBe(false);
    await store.dropShutOutsBefore(NOW + 4);
    expect(await store.isShutOut('hash', NOW)).toBe(true);
    await store.dropShutOutsBefore(NOW + 5);
    expect(await store.isShutOut('hash', NOW)).toBe(false);
  });

  test('a domain has one rule, the newest', async () => {
    await store.setDomain({ host: 'wren.example', rule: 'allow', at: NOW, by: 'ana' });
    await store.setDomain({ host: 'finch.example', rule: 'block', at: NOW, by: 'ana' });
    await store.setDomain({ host: 'wren.example', rule: 'block', at: NOW + 1, by: 'ben' });
    expect(await store.domains()).toEqual([
      { host: 'finch.example', rule: 'block', at: NOW },
      { host: 'wren.example', rule: 'block', at: NOW + 1 },
    ]);
    await store.dropDomain('finch.example');
    await store.dropDomain('nowhere.example');
    expect(await store.domains()).toHaveLength(1);
  });

  test('accounts are found by the domains of their identities', async () => {
    const at = (id: string, accountId: string, host: string, handle: string) =>
      store.addIdentity(identity(id, accountId, { host, handle }));
    await at('1', 'ana', 'social.wren.example', '@ana@wren.example');
    await at('2', 'ana', 'finch.example', '@ana@finch.example');
    await at('3', 'ben', 'pds.heron.example', '@ben.tern.example');
    await at('4', 'cem', 'awren.example', '@cem@awren.example');
    const found = async (host: string) => (await store.accountsAt(host)).toSorted();
    expect(await found('wren.example')).toEqual(['ana']);
    expect(await found('social.wren.example')).toEqual(['ana']);
    expect(await found('heron.example')).toEqual(['ben']);
    expect(await found('tern.example')).toEqual(['ben']);
    expect(await found('ben.tern.example')).toEqual(['ben']);
    expect(await found('example')).toEqual(['ana', 'ben', 'cem']);
    expect(await found('ren.example')).toEqual([]);
    const identities = await store.identitiesAmong(['ana', 'ben', 'nobody']);
    expect(identities.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(await store.identitiesAmong([])).toEqual([]);
  });

  test('reports are read by state, newest first and in parts', async () => {
    for (const id of ['1', '2', '3']) await store.addReport(report(id));
    const ids = async (state: 'open' | 'done', before?: string) =>
      (await store.reports(state, { before, max: 2 })).map(({ id }) => id);
    expect([await ids('open'), await ids('open', '2'), await ids('done')]).toEqual([['3', '2'], ['1'], []]);
    await store.setReportState('2', { state: 'done', handledBy: 'cem', handledAt: NOW + 1 });
    expect([await ids('open'), await ids('done')]).toEqual([['3', '1'], ['2']]);
    expect(await store.report('2')).toEqual({
      ...report('2'),
      state: 'done',
      handledBy: 'cem',
      handledAt: NOW + 1,
    });
    expect(await store.report('3')).toEqual({
      ...report('3'),
      state: 'open',
      handledBy: null,
      handledAt: null,
    });
    expect(await store.report('4')).toBeUndefined();
  });

  test('deeds are read newest first, of operators or of all, by whom they were done to', async () => {
    const deed = (id: string, more: Partial<AuditRecord>): AuditRecord => ({
      id,
      at: NOW,
      spaceId: null,
      actor: 'ana',
      action: 'mute',
      target: null,
      detail: null,
      ...more,
    });
    const detail = {
      until: NOW,
      why: 'It’s spam',
      host: 'wren.example',
      rule: 'block' as const,
      report: '1',
    };
    const deeds = [
      deed('1', { target: 'ben' }),
      deed('2', { target: 'ben', detail }),
      deed('3', { spaceId: 's1', detail: {} }),
    ];
    for (const each of deeds) await store.addAudit(each);
    const ids = async (filter: { target?: string; byOperators: boolean }, before?: string) =>
      (await store.audits(filter, { before, max: 2 })).map(({ id }) => id);
    expect(await ids({ byOperators: false })).toEqual(['3', '2']);
    expect(await ids({ byOperators: false }, '2')).toEqual(['1']);
    expect(await ids({ byOperators: true })).toEqual(['3', '2']);
    expect(await ids({ byOperators: false, target: 'ben' })).toEqual(['2', '1']);
    expect(await ids({ byOperators: true, target: 'ben' })).toEqual(['2']);
    expect(await store.audits({ byOperators: false }, { max: 9 })).toEqual(deeds.toReversed());
  });

  test('accounts and Spaces are looked up together', async () => {
    await store.addSpace(space('s1', 'ana'));
    expect((await store.accountsAmong(['ana', 'cem', 'nobody'])).map(({ id }) => id).toSorted()).toEqual([
      'ana',
      'cem',
    ]);
    expect(await store.spacesAmong(['s1', 's2'])).toEqual([space('s1', 'ana')]);
    expect([await store.accountsAmong([]), await store.spacesAmong([])]).toEqual([[], []]);
  });
}

const report = (id: string): ReportRecord => ({
  id,
  at: NOW,
  reporter: 'ana',
  reporterName: 'Ana',
  reporterRole: 'listener',
  reporterHandles: [{ network: 'mastodon', handle: '@ana@wren.example' }],
  spaceId: 's1',
  host: 'ben',
  target: 'ben',
  targetRole: 'host',
  targetName: 'Ben “the loud”',
  targetHandles: [],
  reason: 'spam',
  text: 'It’s spam',
});
