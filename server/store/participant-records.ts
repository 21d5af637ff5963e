import { sql, type Kysely } from 'kysely';
import type { ParticipantRecord, Records } from '../spaces/records.ts';
import { fromParticipant, fromParticipantPatch, toParticipant } from './rows.ts';
import type { Tables } from './tables.ts';

type ParticipantPart = Pick<
  Records,
  | 'addParticipant'
  | 'participant'
  | 'openParticipants'
  | 'openParticipantsOf'
  | 'openParticipantsAmong'
  | 'supersededBy'
  | 'lastHosting'
  | 'stage'
  | 'updateParticipant'
  | 'closeParticipants'
  | 'listenerCounts'
  | 'listenerCount'
  | 'requests'
  | 'invited'
  | 'shownListeners'
  | 'addBan'
  | 'isBanned'
>;

const RANK: Record<ParticipantRecord['role'], number> = { host: 0, cohost: 1, speaker: 2, listener: 3 };

export function participantRecords(db: Kysely<Tables>): ParticipantPart {
  const all = () => db.selectFrom('participants').selectAll();
  const open = () => all().where('left_at', 'is', null);
  return {
    addParticipant: async (participant) => {
      await db.insertInto('participants').values(fromParticipant(participant)).execute();
    },
    participant: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && toParticipant(row);
    },
    openParticipants: async (spaceId) =>
      (await open().where('space_id', '=', spaceId).orderBy('id').execute()).map(toParticipant),
    openParticipantsOf: async (accountId) =>
      (await open().where('account_id', '=', accountId).orderBy('id').execute()).map(toParticipant),
    openParticipantsAmong: async (spaceId, accountIds) => {
      if (accountIds.length === 0) return [];
      const there = open().where('space_id', '=', spaceId).where('account_id', 'in', accountIds);
      return (await there.execute()).map(toParticipant);
    },
    supersededBy: async (id) =>
      (await all().where('superseded_by', '=', id).orderBy('id').execute()).map(toParticipant),
    lastHosting: async (spaceId, accountId) => {
      // Spelled out, so that the index of hosts alone serves it.
      const hosting = all().where('role', '=', sql.lit('host')).where('space_id', '=', spaceId);
      const newest = hosting.where('account_id', '=', accountId).orderBy('id', 'desc').limit(1);
      const row = await newest.executeTakeFirst();
      return row && toParticipant(row);
    },
    stage: async (spaceId) => {
      const rows = await open().where('space_id', '=', spaceId).where('role', '<>', 'listener').execute();
      return rows.map(toParticipant).toSorted(byRankThenTime);
    },
    updateParticipant: async (id, patch) => {
      await db.updateTable('participants').set(fromParticipantPatch(patch)).where('id', '=', id).execute();
    },
    closeParticipants: async (spaceId, at, reason) => {
      const update = db.updateTable('participants').set({ left_at: at, left_reason: reason });
      await update.where('space_id', '=', spaceId).where('left_at', 'is', null).execute();
    },
    ...listenerRecords(db),
    ...queueRecords(db),
    ...banRecords(db),
  };
}

function listenerRecords(db: Kysely<Tables>): Pick<Records, 'listenerCounts' | 'listenerCount'> {
  const counted = () =>
    db
      .selectFrom('participants')
      .select((eb) => ['space_id', eb.fn.countAll<number>().as('listeners')])
      .where('left_at', 'is', null)
      .where('role', '=', 'listener')
      .groupBy('space_id');
  return {
    listenerCounts: async () => {
      const rows = await counted().execute();
      return new Map(rows.map((row) => [row.space_id, Number(row.listeners)]));
    },
    listenerCount: async (spaceId) => {
      const row = await counted().where('space_id', '=', spaceId).executeTakeFirst();
      return Number(row?.listeners ?? 0);
    },
  };
}

function queueRecords(db: Kysely<Tables>): Pick<Records, 'requests' | 'invited' | 'shownListeners'> {
  const openIn = (spaceId: string) =>
    db.selectFrom('participants').selectAll().where('left_at', 'is', null).where('space_id', '=', spaceId);
  return {
    requests: async (spaceId) => {
      const waiting = openIn(spaceId).where('requested_at', 'is not', null);
      return (await waiting.orderBy('requested_at').orderBy('id').execute()).map(toParticipant);
    },
    invited: async (spaceId, since) =>
      (await openIn(spaceId).where('invited_at', '>=', since).orderBy('id').execute()).map(toParticipant),
    shownListeners: async (spaceId, max) => {
      const shown = openIn(spaceId).where('role', '=', 'listener').where('shown', '=', 1);
      return (await shown.orderBy('id').limit(max).execute()).map(toParticipant);
    },
  };
}

function banRecords(db: Kysely<Tables>): Pick<Records, 'addBan' | 'isBanned'> {
  return {
    addBan: async ({ spaceId, accountId, by, at }) => {
      const row = { space_id: spaceId, account_id: accountId, banned_by: by, created_at: at };
      const insert = db.insertInto('space_bans').values(row);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    },
    isBanned: async (spaceId, accountId) => {
      const bans = db.selectFrom('space_bans').select('account_id').where('space_id', '=', spaceId);
      return (await bans.where('account_id', '=', accountId).executeTakeFirst()) !== undefined;
    },
  };
}

function byRankThenTime(a: ParticipantRecord, b: ParticipantRecord): number {
  return RANK[a.role] - RANK[b.role] || a.roleSince - b.roleSince || (a.id < b.id ? -1 : 1);
}
