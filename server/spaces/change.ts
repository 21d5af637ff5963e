import { ulid } from 'ulid';
import type { EndReason } from '#shared/schema/space.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import type { SpacesContext } from './context.ts';
import type { LeftReason, ParticipantRecord, Records, SpacePatch, SpaceRecord, Store } from './records.ts';
import { Refusal } from './refusal.ts';
import { roomName } from './rooms.ts';

const TRIES = 3;

class VersionMoved extends Error {
  override readonly name = 'VersionMoved';
}

/** Runs a transaction again when another writer was faster; refuses with `conflict` after three times. */
export async function atomically<T>(store: Store, work: (records: Records) => Promise<T>): Promise<T> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await store.transaction(work);
    } catch (error) {
      if (!(error instanceof VersionMoved)) throw error;
    }
  }
  throw new Refusal('conflict');
}

export async function patchSpace(records: Records, space: SpaceRecord, patch: SpacePatch): Promise<void> {
  if (!(await records.updateSpace(space.id, space.version, patch))) throw new VersionMoved();
}

/** Raises the Space's version after its stage changed, and notes since when the stage is empty. */
export async function stageChanged(records: Records, space: SpaceRecord, now: number): Promise<void> {
  const stage = await records.stage(space.id);
  await patchSpace(records, space, { emptySince: stage.length > 0 ? null : (space.emptySince ?? now) });
}

/** Closes one join; the Space keeps going. */
export async function closeParticipant(
  records: Records,
  participant: ParticipantRecord,
  reason: LeftReason,
  now: number,
): Promise<void> {
  await records.updateParticipant(participant.id, { leftAt: now, leftReason: reason });
  if (!isOnStage(participant.role)) return;
  const space = await records.space(participant.spaceId);
  if (space && space.state !== 'ended') await stageChanged(records, space, now);
}

/** Ends a Space in the store: the row, everybody's joins, the audit. */
export async function endInStore(
  records: Records,
  space: SpaceRecord,
  reason: EndReason,
  actor: string,
  now: number,
): Promise<void> {
  await patchSpace(records, space, { state: 'ended', endedAt: now, endReason: reason });
  await records.closeParticipants(space.id, now, 'ended');
  await audit(records, now, space.id, actor, `end:${reason}`);
}

export async function audit(
  records: Records,
  at: number,
  spaceId: string,
  actor: string,
  action: string,
): Promise<void> {
  await records.addAudit({ id: ulid(at), at, spaceId, actor, action });
}

/** Shows everybody that the Space is over and clears LiveKit's room, now or as soon as LiveKit answers. */
export async function afterEnd(context: SpacesContext, space: SpaceRecord): Promise<void> {
  const room = roomName(space);
  context.rooms.forget(room);
  await context.announcer.changed(space.id);
  await context.chores.insist(`close ${room}`, () => context.media.closeRoom(room));
}

/** Takes closed joins out of LiveKit and shows the stages that changed. */
export async function afterLeaving(context: SpacesContext, left: ParticipantRecord[]): Promise<void> {
  await Promise.all(left.map((participant) => afterOneLeft(context, participant)));
}

async function afterOneLeft(context: SpacesContext, participant: ParticipantRecord): Promise<void> {
  if (isOnStage(participant.role)) await context.announcer.changed(participant.spaceId);
  await removeFromMedia(context, participant);
}

/** Disconnects one identity, now or as soon as LiveKit answers. */
export async function removeFromMedia(context: SpacesContext, participant: ParticipantRecord): Promise<void> {
  const space = await context.store.space(participant.spaceId);
  if (!space) return;
  const { id } = participant;
  await context.chores.insist(`remove ${id}`, () => context.media.removeParticipant(roomName(space), id));
}
