import type { Kysely } from 'kysely';
import type { Records } from '../spaces/records.ts';
import { toAccount, toSession } from './rows.ts';
import type { Tables } from './tables.ts';

type AccountPart = Pick<
  Records,
  | 'addAccount'
  | 'account'
  | 'guestsAmong'
  | 'renameAccount'
  | 'addSession'
  | 'sessionByHash'
  | 'touchSession'
  | 'dropSessionsUnusedSince'
>;

export function accountRecords(db: Kysely<Tables>): AccountPart {
  return {
    addAccount: async ({ id, name, guest, createdAt }) => {
      await db
        .insertInto('accounts')
        .values({ id, name, guest: guest ? 1 : 0, created_at: createdAt })
        .execute();
    },
    account: async (id) => {
      const row = await db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toAccount(row);
    },
    guestsAmong: async (ids) => {
      if (ids.length === 0) return [];
      const guests = db.selectFrom('accounts').select('id').where('guest', '=', 1);
      return (await guests.where('id', 'in', ids).execute()).map(({ id }) => id);
    },
    renameAccount: async (id, name) => {
      await db.updateTable('accounts').set({ name }).where('id', '=', id).execute();
    },
    addSession: async ({
      id,
      accountId,
      tokenHash,
      createdAt,
      lastUsedAt,
      device,
      turnedAt,
      oldTokenHash,
    }) => {
      const row = { id, account_id: accountId, token_hash: tokenHash, created_at: createdAt };
      const turned = { turned_at: turnedAt, old_token_hash: oldTokenHash };
      await db
        .insertInto('sessions')
        .values({ ...row, last_used_at: lastUsedAt, device, ...turned })
        .execute();
    },
    sessionByHash: async (tokenHash) => {
      const by = (column: 'token_hash' | 'old_token_hash') =>
        db.selectFrom('sessions').selectAll().where(column, '=', tokenHash).executeTakeFirst();
      const row = (await by('token_hash')) ?? (await by('old_token_hash'));
      return row && toSession(row);
    },
    touchSession: async (id, at) => {
      await db.updateTable('sessions').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    dropSessionsUnusedSince: async (before) => {
      await db.deleteFrom('sessions').where('last_used_at', '<', before).execute();
    },
  };
}
