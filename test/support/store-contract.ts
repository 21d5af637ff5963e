import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../server/spaces/records.ts';
import { account, NOW, participant, space } from './store-contract-records.ts';

/** What any store must do. `open` gives an empty one. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem']) await store.addAccount(account(id));
  });
  afterEach(() => store.close());

  test('what was written is read back whole', async () => {
    const ended = space('s1', 'ana', {
      state: 'ended',
      endedAt: NOW + 5,
      endReason: 'too_long',
      emptySince: NOW,
    });
    const whole = participant('p1', 's1', 'ben', {
      role: 'speaker',
      lkSid: 'PA_1',
      lkJoinedAt: NOW,
      goneAt: NOW,
    });
    await store.addSpace(ended);
    await store.addParticipant(whole);
    expect(await store.account('ana')).toEqual(account('ana'));
    expect(await store.space('s1')).toEqual(ended);
    expect(await store.participant('p1')).toEqual(whole);
    expect([await store.account('x'), await store.space('x'), await store.participant('x')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a patch writes what it names, null included, and nothing else', async () => {
    await store.addSpace(space('s1', 'ana', { emptySince: NOW }));
    expect(await store.updateSpace('s1', 1, { emptySince: null })).toBe(true);
    expect(await store.space('s1')).toEqual(space('s1', 'ana', { emptySince: null, version: 2 }));
    await store.addParticipant(participant('p1', 's1', 'ben', { lkSid: 'PA_1', goneAt: NOW }));
    await store.updateParticipant('p1', { goneAt: null });
    expect(await store.participant('p1')).toMatchObject({ lkSid: 'PA_1', goneAt: null });
  });

  test('a Space is written only by whoever saw its newest version', async () => {
    await store.addSpace(space('s1', 'ana'));
    const writes = ['One', 'Two', 'Three'].map((title) => store.updateSpace('s1', 1, { title }));
    expect((await Promise.all(writes)).filter(Boolean)).toHaveLength(1);
    expect(await store.updateSpace('s1', 1, { title: 'Late' })).toBe(false);
    expect((await store.space('s1'))?.version).toBe(2);
  });

  test('a transaction that throws leaves nothing behind, and the next one works', async () => {
    const failing = store.transaction(async (records) => {
      await records.addSpace(space('s1', 'ana'));
      await records.addParticipant(participant('p1', 's1', 'ana', { role: 'host' }));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.space('s1')).toBeUndefined();
    await store.transaction((records) => records.addSpace(space('s1', 'ana')));
    expect(await store.space('s1')).toBeDefined();
  });

  test('transactions at the same time run one after the other', async () => {
    await store.addSpace(space('s1', 'ana'));
    const raise = () =>
      store.transaction(async (records) => {
        const before = (await records.space('s1'))!;
        return records.updateSpace('s1', before.version, { title: before.title });
      });
    expect(await Promise.all(Array.from({ length: 20 }, raise))).not.toContain(false);
    expect((await store.space('s1'))?.version).toBe(21);
  });

  test('an account hosts one open Space, sits in a Space once, and a Space has one host', async () => {
    await store.addSpace(space('s1', 'ana'));
    await expect(store.addSpace(space('s2', 'ana', { state: 'starting' }))).rejects.toThrow();
    await store.addSpace(space('s2', 'ana', { state: 'ended' }));
    await store.addParticipant(participant('p1', 's1', 'ana', { role: 'host' }));
    await expect(store.addParticipant(participant('p2', 's1', 'ana'))).rejects.toThrow();
    await expect(store.addParticipant(participant('p3', 's1', 'ben', { role: 'host' }))).rejects.toThrow();
    await store.updateParticipant('p1', { leftAt: NOW, leftReason: 'left' });
    await store.addParticipant(participant('p2', 's1', 'ana', { role: 'host' }));
  });

  test('nobody joins a Space that is not there', async () => {
    await expect(store.addParticipant(participant('p1', 'none', 'ana'))).rejects.toThrow();
  });

  test('the stage is host first, then in the order people came, without those who left', async () => {
    await store.addSpace(space('s1', 'ana'));
    await store.addParticipant(participant('p1', 's1', 'ben', { role: 'speaker' }));
    await store.addParticipant(participant('p2', 's1', 'ana', { role: 'host' }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p0', 's1', 'cem', { role: 'speaker', leftAt: NOW }));
    expect((await store.stage('s1')).map(({ id }) => id)).toEqual(['p2', 'p1']);
    expect((await store.openParticipants('s1')).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
  });

  test('listeners are counted by Space, open ones only', async () => {
    await store.addSpace(space('s1', 'ana'));
    await store.addSpace(space('s2', 'ben'));
    await store.addParticipant(participant('p1', 's1', 'ana', { role: 'host' }));
    await store.addParticipant(participant('p2', 's1', 'ben'));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p4', 's2', 'cem', { leftAt: NOW }));
    expect(await store.listenerCounts()).toEqual(new Map([['s1', 2]]));
    expect([await store.listenerCount('s1'), await store.listenerCount('s2')]).toEqual([2, 0]);
    await store.closeParticipants('s1', NOW, 'ended');
    expect(await store.listenerCounts()).toEqual(new Map());
    expect((await store.participant('p3'))?.leftReason).toBe('ended');
  });

  test('an event is taken in once, until it is forgotten', async () => {
    expect([await store.takeEvent('EV_1', NOW), await store.takeEvent('EV_1', NOW)]).toEqual([true, false]);
    await store.dropEventsBefore(NOW);
    expect(await store.takeEvent('EV_1', NOW)).toBe(false);
    await store.dropEventsBefore(NOW + 1);
    expect(await store.takeEvent('EV_1', NOW)).toBe(true);
  });

  test('sessions are found by the hash alone and dropped when unused', async () => {
    const session = {
      id: 'x',
      accountId: 'ana',
      tokenHash: 'hash',
      createdAt: NOW,
      lastUsedAt: NOW,
      device: 'Chrome on Linux',
      turnedAt: NOW,
      oldTokenHash: null,
    };
    await store.addSession(session);
    expect(await store.sessionByHash('hash')).toEqual(session);
    await store.touchSession('x', NOW + 10);
    await store.dropSessionsUnusedSince(NOW + 10);
    expect(await store.sessionByHash('hash')).toBeDefined();
    await store.dropSessionsUnusedSince(NOW + 11);
    expect(await store.sessionByHash('hash')).toBeUndefined();
  });
}
