import * as v from 'valibot';
import { closeParticipant } from '../../spaces/close.ts';
import { isBlockedByHost } from '../../spaces/entrance.ts';
import { watchHostsOf } from '../../spaces/hosting/watch.ts';
import type { AccountRecord, Caller, ParticipantRecord } from '../../spaces/records.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { requireNotSuspended } from '../../spaces/safety/suspended.ts';
import { audit, inOneStep, type Step } from '../../spaces/step.ts';
import { hashToken } from '../tokens.ts';
import type { AccountsContext } from './accounts.ts';
import { renameJoins } from './profile.ts';

/** What the ticket of a merge holds: both sides have consented. */
const MergeSchema = v.object({ from: v.string(), into: v.string() });

/**
 * Joins the account of a ticket to the caller's. Refuses with `sign_in_over` for no ticket, or another's, and with
 * `conflict` as `joinAccounts` does; then the ticket stays good.
 */
export async function merge(context: AccountsContext, caller: Caller, ticket: string): Promise<void> {
  const { seal, clock } = context;
  const closed = await inOneStep(context, async (step) => {
    const sealed = await step.records.takeTicket('merge', hashToken(ticket), clock());
    const held = v.safeParse(MergeSchema, sealed === undefined ? null : seal.open(sealed, 'merge'));
    if (!held.success || held.output.into !== caller.id) throw new Refusal('sign_in_over');
    return joinAccounts(step, held.output.from, caller.id);
  });
  await watchHostsOf(context, closed);
}

/**
 * Makes two accounts one: all of `from` is `into`'s, and `from` is gone. A guest's open join goes over, when the other is
 * nowhere and may be there; else it is closed. Refuses with `conflict` while anybody but a guest is in an open Space or
 * both host one, with `suspended` when one of them is, and with `sign_in_over` when one of the two is gone. Answers the
 * joins that were closed.
 */
export async function joinAccounts(step: Step, from: string, into: string): Promise<ParticipantRecord[]> {
  const { records, wake } = step;
  const [old, kept] = [await records.account(from), await records.account(into)];
  if (!old || !kept || from === into) throw new Refusal('sign_in_over');
  for (const account of [old, kept]) await requireNotSuspended(step, account);
  await requireQuiet(step, old, kept);
  const closed = await closeBarred(step, old, kept);
  for (const session of await records.sessionsOf(from)) wake.sessions.set(session.id, into);
  await records.moveAccount(from, into);
  await audit(step, { actor: into, action: 'mergeAccounts' });
  await renameJoins(step, into, (await records.account(into))?.name ?? kept.name);
  return closed;
}

/** One person in two places, or two places of one host, would be nobody's wish. */
async function requireQuiet({ records }: Step, from: AccountRecord, into: AccountRecord): Promise<void> {
  const hosted = [await records.openSpaceOf(from.id), await records.openSpaceOf(into.id)];
  if (hosted[0] && hosted[1]) throw new Refusal('conflict');
  if (from.guest) return;
  const inside = [await records.openParticipantsOf(from.id), await records.openParticipantsOf(into.id)];
  if (hosted.some(Boolean) || inside.flat().length > 0) throw new Refusal('conflict');
}

/** Closes what a guest may not take along. */
async function closeBarred(
  step: Step,
  from: AccountRecord,
  into: AccountRecord,
): Promise<ParticipantRecord[]> {
  const { records } = step;
  const isElsewhere = (await records.openParticipantsOf(into.id)).length > 0;
  const closed: ParticipantRecord[] = [];
  for (const row of await records.openParticipantsOf(from.id)) {
    if (!isElsewhere && (await mayStay(step, row, into))) continue;
    await closeParticipant(step, row, isElsewhere ? 'moved' : 'removed');
    closed.push(row);
  }
  return closed;
}

async function mayStay(
  { records }: Step,
  { spaceId, role }: ParticipantRecord,
  account: AccountRecord,
): Promise<boolean> {
  if (role === 'host') return true;
  const space = await records.space(spaceId);
  if (!space || (await records.isBanned(spaceId, account.id))) return false;
  return !(await isBlockedByHost(records, space, account));
}
