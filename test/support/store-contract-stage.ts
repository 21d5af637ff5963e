import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ParticipantRecord, Store } from '../../server/spaces/records.ts';
import { account, NOW, participant, space } from './store-contract-records.ts';

const ids = (rows: ParticipantRecord[]) => rows.map(({ id }) => id);

/** What any store must do for the stage. `open` gives an empty one. */
export function stageContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    for (const id of ['ana', 'ben', 'cem', 'dan']) await store.addAccount(account(id));
    await store.addSpace(space('s1', 'ana'));
    await store.addSpace(space('s2', 'ben'));
  });
  afterEach(() => store.close());

  test('everything about a Space and a place on its stage is read back whole, as written and as patched', async () => {
    const written = space('s3', 'cem', {
      firstHostId: 'ana',
      hostLostAt: NOW,
      speakPolicy: 'everyone',
      requestsLocked: true,
      allowAnonymous: false,
      allowGuests: false,
    });
    await store.addSpace(written);
    expect(await store.space('s3')).toEqual(written);
    const { hostLostAt, speakPolicy, requestsLocked, allowAnonymous, allowGuests } = written;
    const settings = { hostLostAt, speakPolicy, requestsLocked, allowAnonymous, allowGuests };
    await store.updateSpace('s1', 1, { ...settings, hostId: 'dan', firstHostId: 'dan' });
    expect(await store.space('s1')).toEqual(space('s1', 'dan', { ...settings, version: 2 }));

    const place: Partial<ParticipantRecord> = {
      roleSince: NOW + 1,
      shown: true,
      exposed: true,
      requestedAt: NOW + 2,
      requestText: 'About bees',
      invitedAt: NOW + 3,
      invitedBy: 'Ana',
      muteAskedAt: NOW + 4,
      lineLostAt: NOW + 5,
    };
    await store.addParticipant(participant('p1', 's1', 'ben', place));
    await store.addParticipant(participant('p2', 's1', 'cem'));
    await store.updateParticipant('p2', place);
    expect(await store.participant('p1')).toEqual(participant('p1', 's1', 'ben', place));
    expect(await store.participant('p2')).toEqual(participant('p2', 's1', 'cem', place));
  });

  test('the queue of a Space is read in the order of asking, without those who left', async () => {
    await store.addParticipant(participant('p1', 's1', 'ana', { requestedAt: NOW + 2 }));
    await store.addParticipant(participant('p2', 's1', 'ben', { requestedAt: NOW + 1 }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p4', 's1', 'dan', { requestedAt: NOW, leftAt: NOW }));
    await store.addParticipant(participant('p5', 's2', 'dan', { requestedAt: NOW }));
    expect(ids(await store.requests('s1'))).toEqual(['p2', 'p1']);
  });

  test('the invited of a Space are those since a moment', async () => {
    await store.addParticipant(participant('p1', 's1', 'ana', { invitedAt: NOW }));
    await store.addParticipant(participant('p2', 's1', 'ben', { invitedAt: NOW - 1 }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p4', 's1', 'dan', { invitedAt: NOW, leftAt: NOW }));
    expect(ids(await store.invited('s1', NOW))).toEqual(['p1']);
    expect(ids(await store.invited('s1', 0))).toEqual(['p1', 'p2']);
  });

  test('of those who show themselves only listeners are named, at most so many', async () => {
    await store.addParticipant(participant('p1', 's1', 'ana', { shown: true, role: 'host' }));
    await store.addParticipant(participant('p2', 's1', 'ben', { shown: true }));
    await store.addParticipant(participant('p3', 's1', 'cem'));
    await store.addParticipant(participant('p4', 's1', 'dan', { shown: true }));
    expect(ids(await store.shownListeners('s1', 10))).toEqual(['p2', 'p4']);
    expect(ids(await store.shownListeners('s1', 1))).toEqual(['p2']);
  });

  test('the name under which somebody hosted a Space last is found, also when it is over', async () => {
    const host = { role: 'host', leftAt: NOW } as const;
    await store.addParticipant(participant('p1', 's1', 'ana', { ...host, name: 'Ana' }));
    await store.addParticipant(participant('p2', 's1', 'ana', { ...host, name: 'Ana F.' }));
    await store.addParticipant(participant('p3', 's1', 'ana', { role: 'speaker', leftAt: NOW }));
    await store.addParticipant(participant('p4', 's1', 'ben', host));
    await store.addParticipant(participant('p5', 's2', 'ana', host));
    expect(await store.lastHosting('s1', 'ana')).toMatchObject({ id: 'p2', name: 'Ana F.' });
    expect(await store.lastHosting('s2', 'ben')).toBeUndefined();
  });

  test('co-hosts come before speakers, each by their time in the role', async () => {
    await store.addParticipant(participant('p1', 's1', 'ana', { role: 'speaker', roleSince: NOW }));
    await store.addParticipant(participant('p2', 's1', 'ben', { role: 'cohost', roleSince: NOW + 2 }));
    await store.addParticipant(participant('p3', 's1', 'cem', { role: 'cohost', roleSince: NOW + 1 }));
    await store.addParticipant(participant('p4', 's1', 'dan', { role: 'host', roleSince: NOW + 3 }));
    expect(ids(await store.stage('s1'))).toEqual(['p4', 'p3', 'p2', 'p1']);
  });

  test('a ban holds in its Space, for its account, however often it is said', async () => {
    const ban = { spaceId: 's1', accountId: 'ben', by: 'ana', at: NOW };
    await store.addBan(ban);
    await store.addBan({ ...ban, by: 'cem' });
    const asked = [store.isBanned('s1', 'ben'), store.isBanned('s2', 'ben'), store.isBanned('s1', 'cem')];
    expect(await Promise.all(asked)).toEqual([true, false, false]);
  });
}
