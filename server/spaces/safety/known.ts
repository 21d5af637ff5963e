import type { Handle, KnownAccount } from '#shared/schema/moderation.ts';
import type { IdentityRecord } from '../../identity/records.ts';
import type { Records } from '../records.ts';
import { isSuspended } from './suspended.ts';

/** Those of these accounts that still are, as operators see them now; what is null or no account is left out. */
export async function knownAmong(
  records: Records,
  ids: (string | null)[],
  now: number,
): Promise<Map<string, KnownAccount>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const accounts = await records.accountsAmong(wanted);
  const identities = await records.identitiesAmong(accounts.map(({ id }) => id));
  const known = accounts.map((account): [string, KnownAccount] => {
    const { id, name, guest, suspendedUntil } = account;
    const theirs = identities.filter(({ accountId }) => accountId === id).map(handleOf);
    const until = isSuspended(account, now) ? suspendedUntil : null;
    return [id, { id, name, guest, identities: theirs, suspendedUntil: until }];
  });
  return new Map(known);
}

export function handleOf({ network, handle }: IdentityRecord): Handle {
  return { network, handle };
}
