import { admissionAhead, admittedAhead, isAhead } from './ahead/ahead.ts';
import type { SpacesContext } from './context.ts';
import { lineStands } from './hosting/lines.ts';
import { beginLive } from './open.ts';
import { admissionOf } from './pass.ts';
import { MediaUnavailable, type Admission, type AdmissionAnswer } from './ports.ts';
import type { ParticipantRecord, Records } from './records.ts';
import { followRole, removeFromMedia } from './wake.ts';

/** Answers the gate from the store alone, having made sure that the room stands. */
export async function admit(context: SpacesContext, identity: string): Promise<AdmissionAnswer> {
  const before = await admissionFor(context, identity);
  if (!before) return { refused: 'unauthenticated' };
  try {
    await context.rooms.ensure(before.room);
  } catch (error) {
    if (error instanceof MediaUnavailable) return { refused: 'media_unavailable' };
    throw error;
  }
  // Somebody may have left while LiveKit made the room.
  const admission = await admissionFor(context, identity);
  return admission ? { admission } : { refused: 'unauthenticated' };
}

/** The gate has let somebody in so: what changed meanwhile is made up for, and a host's connection makes a Space live. */
export async function admitted(context: SpacesContext, admission: Admission): Promise<void> {
  const { identity, role, exposed } = admission;
  if (isAhead(identity)) return admittedAhead(context, admission);
  const participant = await context.store.participant(identity);
  if (!participant) return;
  if (!(await isWelcome(context, context.store, participant))) {
    await removeFromMedia(context, identity);
    return;
  }
  if (participant.leftAt !== null) return;
  if (participant.role !== role || participant.exposed !== exposed) await followRole(context, identity);
  if (participant.role === 'host') await beginLive(context, participant.spaceId);
  await lineStands(context, participant);
}

async function admissionFor(context: SpacesContext, identity: string): Promise<Admission | null> {
  if (isAhead(identity)) return admissionAhead(context, identity);
  const participant = await context.store.participant(identity);
  if (!participant || !(await isWelcome(context, context.store, participant))) return null;
  const space = await context.store.space(participant.spaceId);
  return space && space.state !== 'ended' ? admissionOf(space, participant) : null;
}

/** Open joins, and superseded ones until their successor is connected or the grace is over. */
export async function isWelcome(
  { clock, limits }: Pick<SpacesContext, 'clock' | 'limits'>,
  records: Records,
  participant: ParticipantRecord,
): Promise<boolean> {
  if (participant.leftAt === null) return true;
  if (participant.supersededBy === null || participant.leftReason !== 'superseded') return false;
  if (clock() - participant.leftAt >= limits.supersedeMs) return false;
  const successor = await records.participant(participant.supersededBy);
  return successor !== undefined && successor.leftAt === null && successor.lkSid === null;
}
