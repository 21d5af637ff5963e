import type { AccountRecord, Records } from '../../spaces/records.ts';
import type { Proof } from '../networks/network.ts';
import type { IdentityRecord } from '../records.ts';

/**
 * Whose an identity is, seen by the account that began: its `own`; `known`, where nobody began or a guest without an
 * identity who can simply become that account; or an `other` account, which takes a person's word to join.
 */
export interface Owner {
  is: 'own' | 'known' | 'other';
  account: AccountRecord;
  identity: IdentityRecord;
}

/** Null for an identity that is nobody's yet. */
export async function ownerOf(
  records: Records,
  { network, subject }: Pick<Proof, 'network' | 'subject'>,
  by: string | null,
): Promise<Owner | null> {
  const identity = await records.identityOf(network, subject);
  const account = identity && (await records.account(identity.accountId));
  if (!identity || !account) return null;
  if (account.id === by) return { is: 'own', account, identity };
  const moves = by === null || (await isBareGuest(records, by));
  return { is: moves ? 'known' : 'other', account, identity };
}

async function isBareGuest(records: Records, accountId: string): Promise<boolean> {
  const account = await records.account(accountId);
  return !account || (account.guest && (await records.allIdentitiesOf(accountId)).length === 0);
}
