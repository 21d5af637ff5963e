import type { Records } from '../../spaces/records.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { isBlockedAt, isRefusedAt } from '../../spaces/safety/domain-rules.ts';
import { isSuspended } from '../../spaces/safety/suspended.ts';
import type { Proof } from '../networks/network.ts';
import { shutOutHash } from '../shut-out.ts';

/**
 * Lets only those sign in, or link what they proved, whom no operator shut out. Refuses with `suspended` and
 * `domain_refused`. Reads the store alone, so that it may stand in a transaction.
 */
export async function mayEnter(
  records: Records,
  proof: Pick<Proof, 'network' | 'subject' | 'handle' | 'host'>,
  now: number,
): Promise<void> {
  if (await records.isShutOut(shutOutHash(proof), now)) throw new Refusal('suspended');
  const identity = await records.identityOf(proof.network, proof.subject);
  const account = identity && (await records.account(identity.accountId));
  if (account && isSuspended(account, now)) throw new Refusal('suspended');
  if (isRefusedAt(await records.domains(), proof)) throw new Refusal('domain_refused');
}

/**
 * Asks nothing of a server of which the operator takes nobody. Whom an allow-list lets in shows only once their handle is
 * proved. Refuses with `domain_refused`.
 */
export async function mayUse(
  records: Pick<Records, 'domains'>,
  identity: Pick<Proof, 'network' | 'handle' | 'host'>,
): Promise<void> {
  if (isBlockedAt(await records.domains(), identity)) throw new Refusal('domain_refused');
}
