import { createHash } from 'node:crypto';
import type { IdentityRecord } from './records.ts';

/** By what somebody is known again who was suspended and deleted the account; it tells nobody who it was who does not guess. */
export function shutOutHash({ network, subject }: Pick<IdentityRecord, 'network' | 'subject'>): string {
  return createHash('sha256').update(`${network} ${subject}`).digest('hex');
}
