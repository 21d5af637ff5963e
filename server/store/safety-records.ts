import type { Kysely } from 'kysely';
import type { Records } from '../spaces/records.ts';
import { fromReport } from './rows.ts';
import type { Tables } from './tables.ts';

type SafetyPart = Pick<
  Records,
  'addBlock' | 'blocksOf' | 'dropBlock' | 'isBlocked' | 'blockedAmong' | 'addReport' | 'reportsSince'
>;

export function safetyRecords(db: Kysely<Tables>): SafetyPart {
  return { ...blockRecords(db), ...reportRecords(db) };
}

function blockRecords(
  db: Kysely<Tables>,
): Pick<Records, 'addBlock' | 'blocksOf' | 'dropBlock' | 'isBlocked' | 'blockedAmong'> {
  const blocksOf = (blocker: string) => db.selectFrom('blocks').selectAll().where('blocker', '=', blocker);
  return {
    addBlock: async (block) => {
      const insert = db.insertInto('blocks').values(block);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
      const { blocker, blocked } = block;
      return blocksOf(blocker).where('blocked', '=', blocked).executeTakeFirstOrThrow();
    },
    blocksOf: (blocker) => blocksOf(blocker).orderBy('at', 'desc').orderBy('id', 'desc').execute(),
    dropBlock: async (blocker, id) => {
      await db.deleteFrom('blocks').where('id', '=', id).where('blocker', '=', blocker).execute();
    },
    isBlocked: async (blocker, blocked) =>
      (await blocksOf(blocker).where('blocked', '=', blocked).executeTakeFirst()) !== undefined,
    blockedAmong: async (blocker, accountIds) => {
      if (accountIds.length === 0) return [];
      const rows = await blocksOf(blocker).where('blocked', 'in', accountIds).execute();
      return rows.map(({ blocked }) => blocked);
    },
  };
}

function reportRecords(db: Kysely<Tables>): Pick<Records, 'addReport' | 'reportsSince'> {
  return {
    addReport: async (report) => {
      await db.insertInto('reports').values(fromReport(report)).execute();
    },
    reportsSince: async (reporter, at) => {
      const mine = db.selectFrom('reports').select('at').where('reporter', '=', reporter);
      return (await mine.where('at', '>', at).orderBy('at').execute()).map((row) => row.at);
    },
  };
}
