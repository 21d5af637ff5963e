import type { Kysely } from 'kysely';
import type { Records } from '../spaces/records.ts';
import { fromIdentity, toIdentity } from './rows.ts';
import type { Tables } from './tables.ts';

type IdentityPart = Pick<Records, 'addIdentity' | 'dropIdentity' | 'identitiesOf'>;

export function identityRecords(db: Kysely<Tables>): IdentityPart {
  return {
    addIdentity: async (identity) => {
      await db.insertInto('identities').values(fromIdentity(identity)).execute();
    },
    dropIdentity: async (network, subject) => {
      const mine = db.deleteFrom('identities').where('network', '=', network);
      await mine.where('subject', '=', subject).execute();
    },
    identitiesOf: async (accountIds) => {
      if (accountIds.length === 0) return [];
      const shown = db.selectFrom('identities').selectAll().where('shown', '=', 1);
      const theirs = shown.where('account_id', 'in', accountIds);
      return (await theirs.orderBy('at').orderBy('id').execute()).map(toIdentity);
    },
  };
}
