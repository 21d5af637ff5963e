import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockRecord, ReportRecord, Store } from '../../server/spaces/records.ts';
import { account, NOW, participant, space } from './store-contract-records.ts';

/** What any store must do for blocks, reports and the sight of a stage. `open` gives an empty one. */
export function safetyContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem']) await store.addAccount({ ...account(id), guest: id !== 'ana' });
  });
  afterEach(() => store.close());

  const block = (id: string, blocked: string, at = NOW): BlockRecord => ({
    id,
    blocker: 'ana',
    blocked,
    name: `Name ${blocked}`,
    at,
  });
  const report = (id: string, at: number): ReportRecord => ({
    id,
    at,
    reporter: 'ana',
    reporterName: 'Name ana',
    reporterRole: null,
    reporterHandles: [],
    host: 'ana',
    spaceId: 's1',
    target: null,
    targetRole: null,
    targetName: 'Talk',
    targetHandles: [],
    reason: 'spam',
    text: '',
  });

  test('the first block of two stands, is one-sided and is dropped by its maker alone', async () => {
    expect(await store.addBlock(block('1', 'ben'))).toEqual(block('1', 'ben'));
    expect(await store.addBlock(block('2', 'ben', NOW + 5))).toEqual(block('1', 'ben'));
    expect([await store.isBlocked('ana', 'ben'), await store.isBlocked('ben', 'ana')]).toEqual([true, false]);
    await store.dropBlock('ben', '1');
    expect(await store.isBlocked('ana', 'ben')).toBe(true);
    await store.dropBlock('ana', '1');
    expect(await store.isBlocked('ana', 'ben')).toBe(false);
  });

  test('blocks are read newest first, and found among others', async () => {
    await store.addBlock(block('1', 'ben'));
    await store.addBlock(block('2', 'cem', NOW + 1));
    expect((await store.blocksOf('ana')).map(({ id }) => id)).toEqual(['2', '1']);
    expect(await store.blocksOf('ben')).toEqual([]);
    expect(await store.blockedAmong('ana', ['ben', 'ana', 'nobody'])).toEqual(['ben']);
    expect(await store.blockedAmong('ana', [])).toEqual([]);
    expect(await store.blockedAmong('ben', ['ana'])).toEqual([]);
  });

  test('reports are counted by reporter from a moment on', async () => {
    for (const at of [NOW + 2, NOW, NOW + 1]) await store.addReport(report(`r${at}`, at));
    expect(await store.reportsSince('ana', NOW)).toEqual([NOW + 1, NOW + 2]);
    expect(await store.reportsSince('ben', 0)).toEqual([]);
  });

  test('guests are told from others', async () => {
    expect((await store.guestsAmong(['ana', 'ben', 'cem', 'nobody'])).toSorted()).toEqual(['ben', 'cem']);
    expect(await store.guestsAmong([])).toEqual([]);
  });

  test('the open joins of some accounts in one Space are found', async () => {
    await store.addSpace(space('s1', 'ana'));
    await store.addSpace(space('s2', 'ben'));
    await store.addParticipant(participant('p1', 's1', 'ana', { role: 'host' }));
    await store.addParticipant(participant('p2', 's1', 'ben', { leftAt: NOW }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p4', 's2', 'ana'));
    const among = async (ids: string[]) =>
      (await store.openParticipantsAmong('s1', ids)).map(({ id }) => id).toSorted();
    expect(await among(['ana', 'ben', 'nobody'])).toEqual(['p1']);
    expect(await among(['ana', 'cem'])).toEqual(['p1', 'p3']);
    expect(await among([])).toEqual([]);
  });
}
