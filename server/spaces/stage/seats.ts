import { isOnStage } from '#shared/policy/permissions.ts';
import type { Role } from '#shared/schema/space.ts';
import { followedAmong } from '../followed/match.ts';
import type { ParticipantPatch, ParticipantRecord, SpacePatch, SpaceRecord } from '../records.ts';
import { thoseWhoMayBe } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { patchSpace, type Step } from '../step.ts';
import { notePerson } from '../wake.ts';

const NO_REQUEST = { requestedAt: null, requestText: '' } satisfies ParticipantPatch;
export const NO_INVITATION = { invitedAt: null, invitedBy: '' } satisfies ParticipantPatch;

/** Seats that somebody could still take; the host's is kept, and the first host's while another is host. */
export function seatsFree(
  space: Pick<SpaceRecord, 'hostId' | 'firstHostId'>,
  stage: Pick<ParticipantRecord, 'accountId'>[],
  stageMax: number,
): number {
  const kept = new Set([space.hostId, space.firstHostId]);
  for (const { accountId } of stage) kept.delete(accountId);
  return Math.max(0, stageMax - stage.length - kept.size);
}

/**
 * Gives somebody another role. On stage nobody waits to speak, and once there LiveKit goes on showing them. Refuses with
 * `target_is_guest` where guests may not be that.
 */
export async function setRole(step: Step, participant: ParticipantRecord, role: Role): Promise<void> {
  const { records, wake } = step;
  await requireMayBe(step, participant, role);
  const roleSince = await afterOthers(step, participant.spaceId);
  const arrival = isOnStage(role)
    ? { exposed: true, ...NO_REQUEST, ...NO_INVITATION }
    : { muteAskedAt: null };
  await records.updateParticipant(participant.id, { role, roleSince, ...arrival });
  notePerson(wake, participant);
  if (isOnStage(role) === isOnStage(participant.role)) return;
  wake.roles.add(participant.id);
  if (!isOnStage(role)) await cutOlderLines(step, participant);
}

/** Refuses with `target_is_guest`. */
export async function requireMayBe(step: Step, person: ParticipantRecord, role: Role): Promise<void> {
  const [mayBe] = await thoseWhoMayBe(step, [person], role);
  // Down among the listeners is the way for whoever may be nothing else.
  if (!mayBe && role !== 'listener') throw new Refusal('target_is_guest');
}

/** Now, but later than everybody on stage began: those who come in one moment still have an order. */
async function afterOthers({ records, now }: Step, spaceId: string): Promise<number> {
  const since = (await records.stage(spaceId)).map(({ roleSince }) => roleSince + 1);
  return Math.max(now, ...since);
}

/** A connection that this join superseded may still be sending: it gets no time to go by itself. */
export async function cutOlderLines({ records, wake }: Step, { id }: ParticipantRecord): Promise<void> {
  for (const old of await records.supersededBy(id)) {
    await records.updateParticipant(old.id, { leftReason: 'removed' });
    wake.gone.add(old.id);
  }
}

/** Brings a listener on stage, or refuses with `stage_full`. */
export async function takeSeat(step: Step, space: SpaceRecord, listener: ParticipantRecord): Promise<void> {
  const stage = await step.records.stage(space.id);
  if (seatsFree(space, stage, step.limits.stageMax) === 0) throw new Refusal('stage_full');
  await setRole(step, listener, 'speaker');
}

/** Neither waits to speak nor is invited any more. */
export async function forgetPlace({ records, wake }: Step, participant: ParticipantRecord): Promise<void> {
  if (participant.requestedAt === null && participant.invitedAt === null) return;
  await records.updateParticipant(participant.id, { ...NO_REQUEST, ...NO_INVITATION });
  notePerson(wake, participant);
}

export async function clearRequest({ records }: Step, { id }: ParticipantRecord): Promise<void> {
  await records.updateParticipant(id, NO_REQUEST);
}

/** Writes a Space whose people or settings changed: whoever may come up now does, and an empty stage is noted. */
export async function touch(step: Step, space: SpaceRecord, patch: SpacePatch = {}): Promise<void> {
  await fillSeats(step, { ...space, ...patch });
  const stage = await step.records.stage(space.id);
  const emptySince = stage.length > 0 ? null : (space.emptySince ?? step.now);
  await patchSpace(step, space, { ...patch, emptySince });
}

async function fillSeats(step: Step, space: SpaceRecord): Promise<void> {
  if (space.speakPolicy === 'invited') return;
  const stage = await step.records.stage(space.id);
  const free = seatsFree(space, stage, step.limits.stageMax);
  if (free === 0) return;
  const next = (await welcomeOnStage(step, space)).slice(0, free);
  for (const listener of next) await setRole(step, listener, 'speaker');
}

/** Those who wait and need nobody's word, in their order. */
async function welcomeOnStage(step: Step, space: SpaceRecord): Promise<ParticipantRecord[]> {
  const { records } = step;
  const waiting = await thoseWhoMayBe(step, await records.requests(space.id), 'speaker');
  return space.speakPolicy === 'everyone' ? waiting : followedAmong(records, space.id, waiting);
}
