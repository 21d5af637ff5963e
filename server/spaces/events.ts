import { isOnStage } from '#shared/policy/permissions.ts';
import { isAhead } from './ahead/ahead.ts';
import { isWelcome } from './admit.ts';
import type { SpacesContext } from './context.ts';
import { watchHost, watchHostsOf } from './hosting/watch.ts';
import { beginLive } from './open.ts';
import type { MediaEvent } from './ports.ts';
import type { ParticipantPatch, ParticipantRecord, Records } from './records.ts';
import { roomName } from './rooms.ts';
import { followMute, removeFromMedia } from './wake.ts';

interface Sighting {
  sid: string;
  joinedAt: number;
}

/** Takes in one verified webhook. A doubled one changes nothing; order does not matter, sid and time of joining decide. */
export async function onMediaEvent(context: SpacesContext, event: MediaEvent): Promise<void> {
  if (event.kind === 'room_finished') context.rooms.forget(event.room);
  if (event.kind !== 'participant_joined' && event.kind !== 'participant_left') return;
  const { identity, sid, joinedAt, kind } = event;
  if (!identity || !sid || joinedAt === undefined || isAhead(identity)) return;
  const now = context.clock();
  const seen = await context.store.transaction(async (records) => {
    if (!(await records.takeEvent(event.id, now))) return null;
    const participant = await participantIn(records, identity, event.room);
    if (!participant) return null;
    const note = kind === 'participant_joined' ? noteConnected : noteGone;
    await note(records, participant, { sid, joinedAt }, now);
    return participant;
  });
  if (!seen) return;
  if (kind === 'participant_joined') await afterConnected(context, seen);
  else await watchHostsOf(context, [seen]);
}

async function participantIn(
  records: Records,
  identity: string,
  room: string,
): Promise<ParticipantRecord | null> {
  const participant = await records.participant(identity);
  const space = participant && (await records.space(participant.spaceId));
  return participant && space && roomName(space) === room ? participant : null;
}

/** An older session of the same join never overwrites a newer one, and one that was seen leaving never comes back. */
async function noteConnected(
  records: Records,
  participant: ParticipantRecord,
  { sid, joinedAt }: Sighting,
): Promise<void> {
  if (participant.lkSid === sid || joinedAt < (participant.lkJoinedAt ?? 0)) return;
  await records.updateParticipant(participant.id, sessionPatch(participant, { sid, joinedAt }));
}

async function noteGone(
  records: Records,
  participant: ParticipantRecord,
  { sid, joinedAt }: Sighting,
  now: number,
): Promise<void> {
  const newer = joinedAt > (participant.lkJoinedAt ?? 0);
  if (participant.lkSid !== sid && !newer) return;
  await records.updateParticipant(participant.id, {
    lkSid: sid,
    lkJoinedAt: joinedAt,
    goneAt: participant.goneAt ?? now,
  });
}

/** What is true of somebody whose session LiveKit shows; a session is newer than a line lost before it. */
export function sessionPatch(
  { lineLostAt }: ParticipantRecord,
  { sid, joinedAt }: Sighting,
): ParticipantPatch {
  const line = lineLostAt !== null && joinedAt > lineLostAt ? { lineLostAt: null } : {};
  return { lkSid: sid, lkJoinedAt: joinedAt, goneAt: null, ...line };
}

/** What follows once LiveKit has this identity: the Space is live, the superseded connection goes, a stranger too. */
export async function afterConnected(context: SpacesContext, participant: ParticipantRecord): Promise<void> {
  const { id, role, spaceId, leftAt, muteAskedAt } = participant;
  if (!(await isWelcome(context, context.store, participant))) {
    await removeFromMedia(context, id);
    return;
  }
  if (leftAt !== null) return;
  if (role === 'host') await beginLive(context, spaceId);
  for (const old of await context.store.supersededBy(id)) await removeFromMedia(context, old.id);
  if (muteAskedAt !== null) await followMute(context, id);
  if (isOnStage(role)) await watchHost(context, spaceId);
}
