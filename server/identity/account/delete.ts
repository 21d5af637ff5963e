import { nanoid } from 'nanoid';
import { closeParticipant, endInStore } from '../../spaces/close.ts';
import { watchHostsOf } from '../../spaces/hosting/watch.ts';
import type { AccountRecord, ParticipantRecord } from '../../spaces/records.ts';
import { audit, inOneStep, type Step } from '../../spaces/step.ts';
import { ERASED } from '../account-records.ts';
import { shutOutHash } from '../shut-out.ts';
import type { AccountsContext } from './accounts.ts';

/**
 * Deletes an account and all of it; the Space that it hosts ends. What others reported or did names somebody deleted in
 * its place. Who is suspended is known again until that is over, by a hash alone.
 */
export async function deleteAccount(context: AccountsContext, accountId: string): Promise<void> {
  // Before the identities go: what was set at the network needs them.
  for (const { network, subject } of await context.store.allIdentitiesOf(accountId)) {
    if (network === 'bluesky') await context.forgetStatus(subject);
  }
  const left = await inOneStep(context, async (step) => {
    const account = await step.records.account(accountId);
    return account ? erase(step, account) : [];
  });
  await watchHostsOf(context, left);
}

/** Answers the joins elsewhere that were closed. */
async function erase(step: Step, account: AccountRecord): Promise<ParticipantRecord[]> {
  const { records, now, wake } = step;
  const { id } = account;
  for (const session of await records.sessionsOf(id)) wake.sessions.set(session.id, null);
  const hosted = await records.openSpaceOf(id);
  const began = hosted?.state === 'live';
  if (hosted) await endInStore(step, hosted, began ? 'host_ended' : 'never_started', id);
  const elsewhere = await records.openParticipantsOf(id);
  for (const row of elsewhere) await closeParticipant(step, row, 'left');
  await keepOut(step, account);
  await audit(step, { actor: id, action: 'deleteAccount' });
  await records.eraseAccount(id, `${ERASED}${nanoid()}`, now);
  await records.dropUnusedPictures();
  return elsewhere;
}

async function keepOut({ records, now }: Step, { id, suspendedUntil }: AccountRecord): Promise<void> {
  if (suspendedUntil === null || suspendedUntil <= now) return;
  for (const identity of await records.allIdentitiesOf(id)) {
    await records.shutOut(shutOutHash(identity), suspendedUntil);
  }
}
