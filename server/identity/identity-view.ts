import type { Identity } from '#shared/schema/account.ts';
import type { IdentityRecord } from './records.ts';

/** An identity as its own account sees it. */
export function identityView(identity: Omit<IdentityRecord, 'hashes'>): Identity {
  const { id, network, handle, subject, host, name, picture, shown, status, provedAt: at } = identity;
  return { id, network, handle, subject, host, name, picture, shown, status, at };
}
