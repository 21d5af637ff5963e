import type { Role } from '#shared/schema/space.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import { afterLeaving, atomically, closeParticipant, removeFromMedia, stageChanged } from './change.ts';
import type { SpacesContext } from './context.ts';
import { newParticipant, passFor, requireMedia, type Pass } from './pass.ts';
import type { AccountRecord, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';

interface Joined {
  space: SpaceRecord;
  participant: ParticipantRecord;
  superseded: ParticipantRecord | null;
  elsewhere: ParticipantRecord[];
}

/**
 * A new join of the account, in its kept role; the one it had here is superseded, those elsewhere are left. Refuses with
 * `not_found`, `space_ended`, `conflict` (the host is not there yet), `media_unavailable`.
 */
export async function joinSpace(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
): Promise<Pass> {
  requireMedia(context);
  const now = context.clock();
  const joined = await atomically(context.store, (records) => enter(records, account, spaceId, now));
  const { space, participant, superseded, elsewhere } = joined;
  await afterLeaving(context, elsewhere);
  if (superseded) replaceSoon(context, superseded);
  if (isOnStage(participant.role)) await context.announcer.changed(space.id);
  return passFor(context, space, participant);
}

async function enter(
  records: Records,
  account: AccountRecord,
  spaceId: string,
  now: number,
): Promise<Joined> {
  const space = await requireOpen(records, spaceId, account);
  const open = await records.openParticipantsOf(account.id);
  const superseded = open.find((participant) => participant.spaceId === spaceId) ?? null;
  const elsewhere = open.filter((participant) => participant.spaceId !== spaceId);
  for (const participant of elsewhere) await closeParticipant(records, participant, 'moved', now);
  const role: Role = space.hostId === account.id ? 'host' : (superseded?.role ?? 'listener');
  const participant = newParticipant(space, account, role, now);
  await replace(records, superseded, participant, now);
  if (isOnStage(role)) await stageChanged(records, space, now);
  return { space, participant, superseded, elsewhere };
}

async function requireOpen(records: Records, spaceId: string, account: AccountRecord): Promise<SpaceRecord> {
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  if (space.state === 'ended') throw new Refusal('space_ended');
  if (space.state === 'starting' && space.hostId !== account.id) throw new Refusal('conflict');
  return space;
}

async function replace(
  records: Records,
  old: ParticipantRecord | null,
  participant: ParticipantRecord,
  now: number,
): Promise<void> {
  if (old) await records.updateParticipant(old.id, { leftAt: now, leftReason: 'superseded' });
  await records.addParticipant(participant);
  if (old) await records.updateParticipant(old.id, { supersededBy: participant.id });
}

/** The old connection goes on until the new one stands, so that sound does not stop in between. */
function replaceSoon(context: SpacesContext, old: ParticipantRecord): void {
  context.chores.later(`remove ${old.id}`, context.limits.supersedeMs, () => removeFromMedia(context, old));
}
