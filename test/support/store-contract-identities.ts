import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashOfKey } from '#shared/schema/identity.ts';
import type { IdentityRecord } from '../../server/identity/records.ts';
import type { Store } from '../../server/spaces/records.ts';
import { account, identity, NOW, space } from './store-contract-records.ts';

const subjects = (rows: IdentityRecord[]) => rows.map(({ subject }) => subject);

/** What any store must do for identities. `open` gives an empty one. */
export function identitiesContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem']) await store.addAccount(account(id));
  });
  afterEach(() => store.close());

  test('an identity is read back whole, with the hashes that cards carry', async () => {
    const keys = ['ap:ana@wren.example', 'ap:https://wren.example/@ana', 'at:zoë.example'];
    const written = identity('i1', 'ana', { keys });
    await store.addIdentity(written);
    const hashes = (await Promise.all(keys.map(hashOfKey))).join('');
    expect(await store.identitiesOf(['ana'])).toEqual([{ ...written, hashes }]);
  });

  test('only what its account shows is read, of the accounts asked for, in the order it was added', async () => {
    await store.addIdentity(identity('i1', 'ana', { at: NOW + 1 }));
    await store.addIdentity(identity('i2', 'ana', { network: 'x' }));
    await store.addIdentity(identity('i3', 'ana', { shown: false }));
    await store.addIdentity(identity('i4', 'ben'));
    await store.addIdentity(identity('i5', 'cem'));
    expect(subjects(await store.identitiesOf(['ana', 'cem', 'nobody']))).toEqual([
      'subject of i2',
      'subject of i5',
      'subject of i1',
    ]);
    expect(await store.identitiesOf([])).toEqual([]);
  });

  test('an identity of a network belongs to one account, until it is dropped', async () => {
    await store.addIdentity(identity('i1', 'ana', { subject: 'one' }));
    await expect(store.addIdentity(identity('i2', 'ben', { subject: 'one' }))).rejects.toThrow();
    await store.addIdentity(identity('i3', 'ben', { subject: 'one', network: 'x' }));
    await store.dropIdentity('mastodon', 'one');
    await store.dropIdentity('mastodon', 'one');
    await store.addIdentity(identity('i2', 'ben', { subject: 'one' }));
    expect(await store.identitiesOf(['ana'])).toEqual([]);
    expect(await store.identitiesOf(['ben'])).toHaveLength(2);
  });

  test('who has proved an identity is no guest any more', async () => {
    await store.endGuesthood('ana');
    expect(await store.guestsAmong(['ana', 'ben'])).toEqual(['ben']);
  });

  test('nobody has an identity without an account', async () => {
    await expect(store.addIdentity(identity('i1', 'nobody'))).rejects.toThrow();
  });

  test('whom a host follows is kept for one Space, the newest list in place of the one before, until it is dropped', async () => {
    for (const [id, hostId] of [
      ['s1', 'ana'],
      ['s2', 'ben'],
    ] as const) {
      await store.addSpace(space(id, hostId));
      await store.putFollowed(id, { salt: `salt of ${id}`, hashes: 'AAAAAAAA' });
    }
    await store.putFollowed('s1', { salt: 'new', hashes: '' });
    expect(await store.followed('s1')).toEqual({ salt: 'new', hashes: '' });
    await store.dropFollowed('s1');
    await store.dropFollowed('s1');
    expect(await store.followed('s1')).toBeUndefined();
    expect(await store.followed('s2')).toEqual({ salt: 'salt of s2', hashes: 'AAAAAAAA' });
  });
}
