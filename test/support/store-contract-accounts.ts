import { afterEach, beforeEach, expect, test } from 'vitest';
import { ERASED } from '../../server/identity/account-records.ts';
import type { Store } from '../../server/spaces/records.ts';
import { account, identity, NOW, participant, space } from './store-contract-records.ts';

const session = (id: string, accountId: string, lastUsedAt = NOW) => ({
  id,
  accountId,
  tokenHash: `hash of ${id}`,
  createdAt: NOW,
  lastUsedAt,
  device: 'Chrome on Linux',
  turnedAt: NOW,
  oldTokenHash: null,
});

/** What any store must do for devices, and for accounts that are joined or go. `open` gives an empty one. */
export function accountsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem']) await store.addAccount({ ...account(id), guest: id === 'cem' });
  });
  afterEach(() => store.close());

  test('sessions are read by their newest use, and dropped by their account alone', async () => {
    await store.addSession(session('1', 'ana', NOW + 1));
    await store.addSession(session('2', 'ana', NOW + 2));
    await store.addSession(session('3', 'ben'));
    expect((await store.sessionsOf('ana')).map(({ id }) => id)).toEqual(['2', '1']);
    expect([await store.hasSession('ana', '1'), await store.hasSession('ben', '1')]).toEqual([true, false]);
    expect([await store.dropSession('ben', '1'), await store.dropSession('ana', '1')]).toEqual([false, true]);
    expect(await store.dropSession('ana', '1')).toBe(false);
    expect(await store.hasSession('ana', '1')).toBe(false);
  });

  test('a session is found by the token before too, until that is forgotten', async () => {
    await store.addSession(session('1', 'ana'));
    const turned = { tokenHash: 'new', oldTokenHash: 'hash of 1', turnedAt: NOW + 9 };
    await store.turnSession('1', turned);
    for (const hash of ['new', 'hash of 1']) {
      expect(await store.sessionByHash(hash)).toEqual({ ...session('1', 'ana'), ...turned });
    }
    await store.forgetOldToken('1');
    expect(await store.sessionByHash('hash of 1')).toBeUndefined();
    expect((await store.sessionByHash('new'))?.id).toBe('1');
  });

  test('guests in a Space are those with an open join', async () => {
    await store.addSpace(space('s1', 'ana'));
    await store.addParticipant(participant('p1', 's1', 'ana', { role: 'host' }));
    await store.addParticipant(participant('p2', 's1', 'cem', { leftAt: NOW, leftReason: 'left' }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    expect((await store.openGuests('s1')).map(({ id }) => id)).toEqual(['p3']);
  });

  test('an account that is joined to another leaves it all that it had', async () => {
    await store.addSession(session('1', 'ben'));
    await store.addIdentity(identity('i1', 'ben'));
    await store.addSpace(space('s1', 'ben', { state: 'ended' }));
    await store.addParticipant(participant('p1', 's1', 'ben', { leftAt: NOW, leftReason: 'ended' }));
    for (const accountId of ['ana', 'ben']) {
      await store.addBan({ spaceId: 's1', accountId, by: 'ben', at: NOW });
      await store.addBlock({
        id: `by ${accountId}`,
        blocker: accountId,
        blocked: 'cem',
        name: 'Cem',
        at: NOW,
      });
      await store.addMute('cem', accountId, NOW);
    }
    await store.moveAccount('ben', 'ana');
    expect(await store.account('ben')).toBeUndefined();
    expect((await store.sessionsOf('ana')).map(({ id }) => id)).toEqual(['1']);
    expect((await store.allIdentitiesOf('ana')).map(({ id }) => id)).toEqual(['i1']);
    expect(await store.space('s1')).toMatchObject({ hostId: 'ana', firstHostId: 'ana' });
    expect((await store.participant('p1'))?.accountId).toBe('ana');
    expect((await store.blocksOf('ana')).map(({ id }) => id)).toEqual(['by ana']);
    expect(await store.mutedAmong('cem', ['ana', 'ben'])).toEqual(['ana']);
    await expect(store.moveAccount('ben', 'ana')).rejects.toThrow();
  });

  test('a guest becomes who the other is, and nobody becomes a guest', async () => {
    await store.moveAccount('ben', 'cem');
    expect(await store.account('cem')).toMatchObject({ name: 'Name ben', guest: false });
    await store.addAccount({ ...account('guest'), guest: true });
    await store.moveAccount('guest', 'ana');
    expect(await store.account('ana')).toMatchObject({ name: 'Name ana', guest: false });
  });

  test('what an erased account leaves goes later, with the Spaces that were its own', async () => {
    const as = `${ERASED}x`;
    await store.addSpace(space('s1', 'ben', { state: 'ended' }));
    await store.addSpace(space('s2', 'ana'));
    await store.addParticipant(participant('p1', 's1', 'ana', { leftAt: NOW, leftReason: 'ended' }));
    await store.addParticipant(participant('p2', 's2', 'ben', { leftAt: NOW, leftReason: 'left' }));
    await store.addParticipant(participant('p3', 's2', 'ana', { role: 'host', invitedBy: 'Name' }));
    await store.addSession(session('1', 'ben'));
    await store.addIdentity(identity('i1', 'ben'));
    await store.eraseAccount('ben', as, NOW);
    expect([await store.account('ben'), await store.sessionByHash('hash of 1')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await store.allIdentitiesOf('ben')).toEqual([]);
    expect(await store.space('s1')).toMatchObject({ hostId: as, firstHostId: as });
    expect(await store.participant('p2')).toMatchObject({ accountId: as, name: '', sessionId: null });
    expect((await store.participant('p3'))?.invitedBy).toBe('');
    await store.dropErasedBefore(NOW);
    expect(await store.space('s1')).toBeDefined();
    await store.dropErasedBefore(NOW + 1);
    const gone = [store.space('s1'), store.participant('p1'), store.participant('p2'), store.account(as)];
    expect(await Promise.all(gone)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await store.participant('p3')).toBeDefined();
    expect(await store.account('ana')).toBeDefined();
  });

  test('who is kept out is so until the newest word of it', async () => {
    await store.shutOut('hash', NOW + 1);
    await store.shutOut('hash', NOW + 5);
    expect([await store.isShutOut('hash', NOW + 4), await store.isShutOut('other', NOW)]).toEqual([
      true,
      false,
    ]);
    expect(await store.isShutOut('hash', NOW + 5)).toBe(false);
  });
}
