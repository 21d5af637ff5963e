import type { Kysely } from 'kysely';
import type { SignInRecords } from '../identity/records.ts';
import { fromIdentity, fromIdentityPatch, toIdentity } from './rows.ts';
import type { Tables } from './tables.ts';

type IdentityPart = Pick<
  SignInRecords,
  | 'addIdentity'
  | 'updateIdentity'
  | 'dropIdentity'
  | 'identityOf'
  | 'identitiesOf'
  | 'allIdentitiesOf'
  | 'endGuesthood'
>;

export function identityRecords(db: Kysely<Tables>): IdentityPart {
  return {
    addIdentity: async (identity) => {
      await db.insertInto('identities').values(fromIdentity(identity)).execute();
    },
    updateIdentity: async (id, patch) => {
      await db.updateTable('identities').set(fromIdentityPatch(patch)).where('id', '=', id).execute();
    },
    dropIdentity: async (network, subject) => {
      const mine = db.deleteFrom('identities').where('network', '=', network);
      await mine.where('subject', '=', subject).execute();
    },
    identityOf: async (network, subject) => {
      const found = db.selectFrom('identities').selectAll().where('network', '=', network);
      const row = await found.where('subject', '=', subject).executeTakeFirst();
      return row && toIdentity(row);
    },
    identitiesOf: async (accountIds) => {
      if (accountIds.length === 0) return [];
      const shown = db.selectFrom('identities').selectAll().where('shown', '=', 1);
      const theirs = shown.where('account_id', 'in', accountIds);
      return (await theirs.orderBy('at').orderBy('id').execute()).map(toIdentity);
    },
    allIdentitiesOf: async (accountId) => {
      const theirs = db.selectFrom('identities').selectAll().where('account_id', '=', accountId);
      return (await theirs.orderBy('at').orderBy('id').execute()).map(toIdentity);
    },
    endGuesthood: async (accountId) => {
      await db.updateTable('accounts').set({ guest: 0 }).where('id', '=', accountId).execute();
    },
  };
}
