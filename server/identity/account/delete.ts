import { nanoid } from 'nanoid';
import { closeParticipant, endInStore } from '../../spaces/close.ts';
import { watchHostsOf } from '../../spaces/hosting/watch.ts';
import type { AccountRecord, ParticipantRecord } from '../../spaces/records.ts';
import { audit, inOneStep, type Step } from '../../spaces/step.ts';
import { ERASED } from '../account-records.ts';
import { keepAgainst } from '../known-again.ts';
import { shutOutHash } from '../shut-out.ts';
import type { AccountsContext } from './accounts.ts';

/**
 * Deletes an account and all of it; the Space that it hosts ends. What others reported or did names somebody deleted in
 * its place. Who is suspended is known again until that is over, and who was blocked or removed
 * from a Space as long as that stands: by a hash alone.
 */
export async function deleteAccount(context: AccountsContext, accountId: string): Promise<void> {
  const identities = await context.store.allIdentitiesOf(accountId);
  const dids = identities.filter(({ network }) => network === 'bluesky').map(({ subject }) => subject);
  // Before the identities go: what was set at the network needs them. That may take a while, and being out must not.
  if (dids.length > 0) await outWith(context, accountId, putOut);
  for (const did of dids) await context.forgetStatus(did);
  await outWith(context, accountId, erase);
}

async function outWith(
  context: AccountsContext,
  accountId: string,
  how: (step: Step, account: AccountRecord) => Promise<ParticipantRecord[]>,
): Promise<void> {
  const left = await inOneStep(context, async (step) => {
    const account = await step.records.account(accountId);
    return account ? how(step, account) : [];
  });
  await watchHostsOf(context, left);
}

/** Ends the Space that the account hosts, its joins and its sessions; answers the joins elsewhere. */
async function putOut(step: Step, { id }: AccountRecord): Promise<ParticipantRecord[]> {
  const { records, wake } = step;
  for (const session of await records.sessionsOf(id)) {
    await records.dropSession(id, session.id);
    wake.sessions.set(session.id, null);
  }
  const hosted = await records.openSpaceOf(id);
  const began = hosted?.state === 'live';
  if (hosted) await endInStore(step, hosted, began ? 'host_ended' : 'never_started', id);
  const elsewhere = await records.openParticipantsOf(id);
  for (const row of elsewhere) await closeParticipant(step, row, 'left');
  return elsewhere;
}

async function erase(step: Step, account: AccountRecord): Promise<ParticipantRecord[]> {
  const { records, now } = step;
  const { id } = account;
  const left = await putOut(step, account);
  await keepOut(step, account);
  await audit(step, { actor: id, action: 'deleteAccount' });
  await records.eraseAccount(id, `${ERASED}${nanoid()}`, now);
  await records.dropUnusedPictures();
  return left;
}

/** The person comes back as somebody new, but not past what others decided. */
async function keepOut(step: Step, { id, suspendedUntil }: AccountRecord): Promise<void> {
  const { records, now } = step;
  for (const identity of await records.allIdentitiesOf(id)) {
    await keepAgainst(step, id, identity);
    if (suspendedUntil !== null && suspendedUntil > now)
      await records.shutOut(shutOutHash(identity), suspendedUntil);
  }
}
