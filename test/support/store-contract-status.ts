import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IdentityRecord } from '../../server/identity/records.ts';
import type { SpaceRecord, Store } from '../../server/spaces/records.ts';
import { account, identity, NOW, space } from './store-contract-records.ts';

/** What any store must do for the live statuses of hosts. `open` gives an empty one. */
export function statusContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const host = async (id: string, shape: Partial<IdentityRecord>, its: Partial<SpaceRecord> = {}) => {
    await store.addAccount(account(id));
    const more = { network: 'bluesky' as const, subject: `did of ${id}`, status: true, ...shape };
    await store.addIdentity(identity(`identity of ${id}`, id, more));
    await store.addSpace(space(`space of ${id}`, id, { state: 'live', ...its }));
  };

  test('hosts of live Spaces are those who gave leave for an identity that they show', async () => {
    await host('ana', { name: 'Ana' }, { title: 'Walks', lang: 'pt' });
    await host('ben', { status: false });
    await host('cem', { shown: false });
    await host('dan', { network: 'mastodon' });
    await host('eva', {}, { state: 'starting' });
    await host('flo', {}, { state: 'ended' });
    expect(await store.statusHosts()).toEqual([
      { did: 'did of ana', name: 'Ana', spaceId: 'space of ana', title: 'Walks', lang: 'pt' },
    ]);
  });

  test('a status is kept once for each person, the newest in place of the one before, until it is dropped', async () => {
    const status = { did: 'did of ana', spaceId: 's1', cid: 'c1', renewAt: NOW };
    await store.putStatus(status);
    await store.putStatus({ ...status, did: 'did of ben' });
    const newer = { ...status, spaceId: 's2', cid: 'c2', renewAt: NOW + 1 };
    await store.putStatus(newer);
    await store.dropStatus('did of ben');
    await store.dropStatus('did of ben');
    expect(await store.statuses()).toEqual([newer]);
  });

  test('leaves without a status are the old ones that no identity uses', async () => {
    await host('ana', {});
    await host('ben', { status: false });
    await host('cem', { network: 'mastodon' });
    for (const owner of ['did of ana', 'did of ben', 'did of cem', 'did of nobody']) {
      await store.putSecret('leave', owner, 'sealed', NOW);
    }
    await store.putSecret('leave', 'did of somebody new', 'sealed', NOW + 1);
    await store.putSecret('other', 'did of nobody else', 'sealed', NOW);
    expect(await store.leavesWithoutStatus('leave', NOW + 1)).toEqual([
      'did of ben',
      'did of cem',
      'did of nobody',
    ]);
    expect(await store.leavesWithoutStatus('leave', NOW)).toEqual([]);
  });
}
