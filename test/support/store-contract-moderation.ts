import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../server/spaces/records.ts';
import { account, NOW } from './store-contract-records.ts';

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
}
