import type { Kysely } from 'kysely';
import type { ModerationRecords } from '../spaces/safety/records.ts';
import type { Tables } from './tables.ts';

export function moderationRecords(db: Kysely<Tables>): ModerationRecords {
  return { ...muteRecords(db) };
}

function muteRecords(
  db: Kysely<Tables>,
): Pick<ModerationRecords, 'addMute' | 'dropMute' | 'mutedAmong' | 'mutesOf'> {
  return {
    addMute: async (accountId, muted, at) => {
      const insert = db.insertInto('mutes').values({ account_id: accountId, muted, at });
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    },
    dropMute: async (accountId, muted) => {
      const mine = db.deleteFrom('mutes').where('account_id', '=', accountId);
      await mine.where('muted', '=', muted).execute();
    },
    mutedAmong: async (accountId, accountIds) => {
      if (accountIds.length === 0) return [];
      const mine = db.selectFrom('mutes').select('muted').where('account_id', '=', accountId);
      return (await mine.where('muted', 'in', accountIds).execute()).map(({ muted }) => muted);
    },
    mutesOf: async (accountIds) => {
      const by = new Map<string, Set<string>>();
      if (accountIds.length === 0) return by;
      const rows = await db.selectFrom('mutes').selectAll().where('muted', 'in', accountIds).execute();
      for (const { account_id: accountId, muted } of rows) {
        by.set(accountId, (by.get(accountId) ?? new Set()).add(muted));
      }
      return by;
    },
  };
}
