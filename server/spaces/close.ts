import { isOnStage } from '#shared/policy/permissions.ts';
import type { AuditDetail } from '#shared/schema/moderation.ts';
import type { EndReason } from '#shared/schema/space.ts';
import { awaySince } from './hosting/away.ts';
import type { LeftReason, ParticipantRecord, SpacePatch, SpaceRecord } from './records.ts';
import { touch } from './stage/seats.ts';
import { audit, patchSpace, type Step } from './step.ts';
import { notePerson } from './wake.ts';

/** Closes one join, with those that it had superseded and that LiveKit may still hold. Leaves the Space's row to the caller. */
export async function closeRow(
  { records, now, wake }: Step,
  participant: ParticipantRecord,
  reason: LeftReason,
): Promise<void> {
  const { id } = participant;
  await records.updateParticipant(id, { leftAt: now, leftReason: reason });
  notePerson(wake, participant);
  wake.gone.add(id);
  for (const old of await records.supersededBy(id)) wake.gone.add(old.id);
}

/** Closes one join; the Space goes on. */
export async function closeParticipant(
  step: Step,
  participant: ParticipantRecord,
  reason: LeftReason,
): Promise<void> {
  await closeRow(step, participant, reason);
  const space = await step.records.space(participant.spaceId);
  if (!space || space.state === 'ended') return;
  if (isNoticed(participant)) await touch(step, space, hostLoss(space, participant, step.now));
}

/** Whether the others see anything of somebody, be it their place in the queue. */
export function isNoticed({ role, shown, requestedAt, invitedAt }: ParticipantRecord): boolean {
  return isOnStage(role) || shown || requestedAt !== null || invitedAt !== null;
}

function hostLoss(space: SpaceRecord, left: ParticipantRecord, now: number): SpacePatch {
  if (left.role !== 'host' || space.state !== 'live') return {};
  return { hostLostAt: space.hostLostAt ?? awaySince(left) ?? now };
}

/** Ends a Space in the store: the row, everybody's joins, the audit. */
export async function endInStore(
  step: Step,
  space: SpaceRecord,
  reason: EndReason,
  actor: string,
  detail: AuditDetail | null = null,
): Promise<void> {
  await patchSpace(step, space, { state: 'ended', endedAt: step.now, endReason: reason });
  await step.records.closeParticipants(space.id, step.now, 'ended');
  await step.records.dropFollowed(space.id);
  await audit(step, { spaceId: space.id, actor, action: `end:${reason}`, detail });
  step.wake.ended.push(space);
}
