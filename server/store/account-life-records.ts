import type { Kysely } from 'kysely';
import type { AccountLifeRecords } from '../identity/account-records.ts';
import { dropErasedBefore, eraseAccount } from './erase.ts';
import { moveAccount } from './move.ts';
import { toParticipant, toSession } from './rows.ts';
import type { Tables } from './tables.ts';

export function accountLifeRecords(db: Kysely<Tables>): AccountLifeRecords {
  return {
    ...deviceRecords(db),
    ...keptRecords(db),
    moveAccount: (from, into) => moveAccount(db, from, into),
    eraseAccount: (id, as, now) => eraseAccount(db, id, as, now),
    dropErasedBefore: (before) => dropErasedBefore(db, before),
    openGuests: async (spaceId) => {
      const guests = db.selectFrom('accounts').select('id').where('guest', '=', 1);
      const there = db.selectFrom('participants').selectAll().where('space_id', '=', spaceId);
      const open = there.where('left_at', 'is', null).where('account_id', 'in', guests);
      return (await open.orderBy('id').execute()).map(toParticipant);
    },
    shutOut: async (hash, until) => {
      const insert = db.insertInto('shut_out').values({ hash, until });
      await insert.onConflict((same) => same.column('hash').doUpdateSet({ until })).execute();
    },
  };
}

function keptRecords(db: Kysely<Tables>): Pick<AccountLifeRecords, 'keepAgainst' | 'takeAgainst'> {
  return {
    keepAgainst: async (accountId, hash) => {
      const blocks = await db
        .selectFrom('blocks')
        .select('blocker')
        .where('blocked', '=', accountId)
        .execute();
      const bans = await db
        .selectFrom('space_bans')
        .select('space_id')
        .where('account_id', '=', accountId)
        .execute();
      for (const { blocker } of blocks) {
        const insert = db.insertInto('kept_blocks').values({ hash, blocker });
        await insert.onConflict((same) => same.doNothing()).execute();
      }
      for (const { space_id } of bans) {
        const insert = db.insertInto('kept_bans').values({ hash, space_id });
        await insert.onConflict((same) => same.doNothing()).execute();
      }
    },
    takeAgainst: async (hash) => {
      const blocks = await db
        .deleteFrom('kept_blocks')
        .where('hash', '=', hash)
        .returning('blocker')
        .execute();
      const bans = await db.deleteFrom('kept_bans').where('hash', '=', hash).returning('space_id').execute();
      return {
        blockers: blocks.map(({ blocker }) => blocker),
        spaceIds: bans.map(({ space_id }) => space_id),
      };
    },
  };
}

type DevicePart = Pick<
  AccountLifeRecords,
  'sessionsOf' | 'hasSession' | 'dropSession' | 'turnSession' | 'forgetOldToken'
>;

function deviceRecords(db: Kysely<Tables>): DevicePart {
  return {
    sessionsOf: async (accountId) => {
      const theirs = db.selectFrom('sessions').selectAll().where('account_id', '=', accountId);
      return (await theirs.orderBy('last_used_at', 'desc').orderBy('id', 'desc').execute()).map(toSession);
    },
    hasSession: async (accountId, id) => {
      const found = db.selectFrom('sessions').select('id').where('id', '=', id);
      return (await found.where('account_id', '=', accountId).executeTakeFirst()) !== undefined;
    },
    dropSession: async (accountId, id) => {
      const dropped = db.deleteFrom('sessions').where('id', '=', id).where('account_id', '=', accountId);
      return (await dropped.executeTakeFirst()).numDeletedRows === 1n;
    },
    turnSession: async (id, { tokenHash, oldTokenHash, turnedAt }) => {
      const turned = { token_hash: tokenHash, old_token_hash: oldTokenHash, turned_at: turnedAt };
      await db.updateTable('sessions').set(turned).where('id', '=', id).execute();
    },
    forgetOldToken: async (id) => {
      await db.updateTable('sessions').set({ old_token_hash: null }).where('id', '=', id).execute();
    },
  };
}
