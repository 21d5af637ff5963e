import { ulid } from 'ulid';
import type { AccountRecord } from '../spaces/records.ts';
import type { Step } from '../spaces/step.ts';
import type { IdentityRecord } from './records.ts';
import { shutOutHash } from './shut-out.ts';

type Known = Pick<IdentityRecord, 'network' | 'subject'>;

/** Before an identity leaves its account: whoever blocked or removed the person did not mean the account alone. */
export async function keepAgainst({ records }: Step, accountId: string, identity: Known): Promise<void> {
  await records.keepAgainst(accountId, shutOutHash(identity));
}

/** An identity that was here before comes to an account: what others decided about the person holds for that one. */
export async function meetAgain(
  { records, now }: Step,
  account: Pick<AccountRecord, 'id' | 'name'>,
  identity: Known,
): Promise<void> {
  const { id: accountId, name } = account;
  const { blockers, spaceIds } = await records.takeAgainst(shutOutHash(identity));
  for (const blocker of blockers) {
    if (blocker === accountId) continue;
    await records.addBlock({ id: ulid(now), blocker, blocked: accountId, name, at: now });
    await records.addMute(blocker, accountId, now);
  }
  for (const spaceId of spaceIds) await records.addBan({ spaceId, accountId, by: 'server', at: now });
}
