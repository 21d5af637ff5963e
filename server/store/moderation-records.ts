import type { Kysely } from 'kysely';
import type { ModerationRecords } from '../spaces/safety/records.ts';
import { reportRecords } from './report-records.ts';
import { toAccount, toIdentity, toSpace } from './rows.ts';
import type { Tables } from './tables.ts';

export function moderationRecords(db: Kysely<Tables>): ModerationRecords {
  return {
    ...muteRecords(db),
    ...suspensionRecords(db),
    ...domainRecords(db),
    ...reportRecords(db),
    ...lookUps(db),
  };
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

function suspensionRecords(
  db: Kysely<Tables>,
): Pick<ModerationRecords, 'suspendAccount' | 'isShutOut' | 'dropShutOutsBefore'> {
  return {
    suspendAccount: async (id, until) => {
      await db.updateTable('accounts').set({ suspended_until: until }).where('id', '=', id).execute();
    },
    isShutOut: async (hash, now) => {
      const found = db.selectFrom('shut_out').select('hash').where('hash', '=', hash);
      return (await found.where('until', '>', now).executeTakeFirst()) !== undefined;
    },
    dropShutOutsBefore: async (now) => {
      await db.deleteFrom('shut_out').where('until', '<=', now).execute();
    },
  };
}

function domainRecords(
  db: Kysely<Tables>,
): Pick<ModerationRecords, 'setDomain' | 'dropDomain' | 'domains' | 'accountsAt'> {
  return {
    setDomain: async ({ host, rule, at, by }) => {
      const set = { rule, at, set_by: by };
      await db
        .insertInto('domains')
        .values({ host, ...set })
        .onConflict((same) => same.column('host').doUpdateSet(set))
        .execute();
    },
    dropDomain: async (host) => {
      await db.deleteFrom('domains').where('host', '=', host).execute();
    },
    domains: () => db.selectFrom('domains').select(['host', 'rule', 'at']).orderBy('host').execute(),
    accountsAt: async (host) => {
      const below = `%.${host}`;
      const rows = await db
        .selectFrom('identities')
        .select('account_id')
        .distinct()
        .where((where) =>
          where.or([
            where('host', '=', host),
            where('host', 'like', below),
            where('handle', 'like', `%@${host}`),
            where('handle', 'like', below),
          ]),
        )
        .execute();
      return rows.map((row) => row.account_id);
    },
  };
}

function lookUps(
  db: Kysely<Tables>,
): Pick<ModerationRecords, 'accountsAmong' | 'identitiesAmong' | 'spacesAmong'> {
  return {
    accountsAmong: async (ids) => {
      if (ids.length === 0) return [];
      return (await db.selectFrom('accounts').selectAll().where('id', 'in', ids).execute()).map(toAccount);
    },
    identitiesAmong: async (accountIds) => {
      if (accountIds.length === 0) return [];
      const theirs = db.selectFrom('identities').selectAll().where('account_id', 'in', accountIds);
      return (await theirs.orderBy('at').orderBy('id').execute()).map(toIdentity);
    },
    spacesAmong: async (ids) => {
      if (ids.length === 0) return [];
      return (await db.selectFrom('spaces').selectAll().where('id', 'in', ids).execute()).map(toSpace);
    },
  };
}
