import { permissionsFor } from '#shared/policy/permissions.ts';
import { isAhead, isStillAhead } from './ahead/ahead.ts';
import { isWelcome } from './admit.ts';
import { closeParticipant } from './close.ts';
import type { SpacesContext } from './context.ts';
import { afterConnected, sessionPatch } from './events.ts';
import { watchHost } from './hosting/watch.ts';
import { endSpace } from './open.ts';
import type { MediaParticipant } from './ports.ts';
import type { ParticipantRecord, SpaceRecord } from './records.ts';
import { roomName } from './rooms.ts';
import { forgetInvitations } from './stage/invitations.ts';
import { touch } from './stage/seats.ts';
import { inOneStep } from './step.ts';
import { followMute, followRole } from './wake.ts';

/**
 * Drives LiveKit to the store once and takes over from LiveKit who is connected. Nobody is judged by silence from before
 * server and LiveKit were back. Throws `MediaUnavailable`.
 */
export async function reconcile(context: SpacesContext): Promise<void> {
  await reconcileRooms(context);
  for (const space of await context.store.openSpaces()) {
    if (await endOverdue(context, space)) continue;
    await reconcilePeople(context, space);
    await closeSilent(context, space);
    await forgetInvitations(context, space.id);
    await watchHost(context, space.id);
  }
  await forget(context);
}

/** Drops what was kept for a time. */
async function forget({ store, clock, limits }: SpacesContext): Promise<void> {
  const now = clock();
  await store.dropEventsBefore(now - limits.eventsKeptMs);
  await store.dropShutOutsBefore(now);
  await store.dropErasedBefore(now - limits.erasedKeptMs);
  await store.dropSessionsUnusedSince(now - limits.sessionIdleMs);
}

// Rooms are listed before the Spaces are read: a room is only ever made after its Space's row, so none is taken for an orphan.
async function reconcileRooms({ media, rooms, store }: SpacesContext): Promise<void> {
  const standing = new Set(await media.listRooms());
  const wanted = new Set((await store.openSpaces()).map(roomName));
  rooms.saw([...wanted].filter((room) => standing.has(room)));
  for (const room of wanted) if (!standing.has(room)) await rooms.ensure(room);
  for (const room of standing) if (!wanted.has(room)) await media.closeRoom(room);
}

async function endOverdue(context: SpacesContext, space: SpaceRecord): Promise<boolean> {
  const { limits, clock, grace } = context;
  const passed = (since: number) => clock() - Math.max(since, grace.since);
  if (space.state === 'starting' && passed(space.createdAt) >= limits.startingMs) {
    await endSpace(context, space.id, 'never_started', 'server');
  } else if (clock() - (space.startedAt ?? clock()) >= limits.spaceMs) {
    await endSpace(context, space.id, 'too_long', 'server');
  } else if (space.emptySince !== null && passed(space.emptySince) >= limits.stageEmptyMs) {
    await endSpace(context, space.id, 'stage_empty', 'server');
  } else return false;
  return true;
}

// Rows are read before LiveKit is asked: whoever connects in between is unknown here and looked up afresh.
async function reconcilePeople(context: SpacesContext, space: SpaceRecord): Promise<void> {
  const rows = new Map((await context.store.openParticipants(space.id)).map((row) => [row.id, row]));
  const present = await context.media.listParticipants(roomName(space));
  for (const seen of present) await reconcilePresent(context, space, seen, rows.get(seen.identity));
  const identities = new Set(present.map(({ identity }) => identity));
  for (const row of rows.values()) if (!identities.has(row.id)) await noteAbsent(context, row);
}

async function reconcilePresent(
  context: SpacesContext,
  space: SpaceRecord,
  seen: MediaParticipant,
  known: ParticipantRecord | undefined,
): Promise<void> {
  if (known && isAsSeen(known, seen)) return;
  if (isAhead(seen.identity)) {
    if (!(await isStillAhead(context, seen.identity)))
      await context.media.removeParticipant(roomName(space), seen.identity);
    return;
  }
  // Before anything is done about a difference the row is read again: a grant of before must never come back.
  const row = await context.store.participant(seen.identity);
  if (!row || !(await isWelcome(context, context.store, row))) {
    await context.media.removeParticipant(roomName(space), seen.identity);
    return;
  }
  if (row.leftAt !== null) return;
  if (!isSessionOf(row, seen)) await notePresent(context, row, seen);
  if (!hasRightsOf(row, seen)) await followRole(context, row.id);
  if (row.muteAskedAt !== null) await followMute(context, row.id);
}

function isAsSeen(row: ParticipantRecord, seen: MediaParticipant): boolean {
  return isSessionOf(row, seen) && hasRightsOf(row, seen) && row.muteAskedAt === null;
}

function isSessionOf(row: ParticipantRecord, seen: MediaParticipant): boolean {
  return row.lkSid === seen.sid && row.goneAt === null;
}

/** Somebody who was once shown is never hidden again: others would go on seeing them. */
function hasRightsOf(row: ParticipantRecord, seen: MediaParticipant): boolean {
  const { canPublish, hidden } = permissionsFor(row.role, row.exposed);
  return seen.canPublish === canPublish && (hidden || !seen.hidden);
}

async function notePresent(
  context: SpacesContext,
  row: ParticipantRecord,
  seen: MediaParticipant,
): Promise<void> {
  await context.store.updateParticipant(row.id, sessionPatch(row, seen));
  await afterConnected(context, row);
}

/** Only the session that was known before LiveKit was asked can be missing; a newer one arrived meanwhile. */
async function noteAbsent({ store, clock }: SpacesContext, row: ParticipantRecord): Promise<void> {
  if (row.lkSid === null || row.goneAt !== null) return;
  await store.transaction(async (records) => {
    const now = await records.participant(row.id);
    if (now?.lkSid === row.lkSid) await records.updateParticipant(row.id, { goneAt: clock() });
  });
}

async function closeSilent(context: SpacesContext, { id }: SpaceRecord): Promise<void> {
  const { limits, clock, grace } = context;
  const passed = (since: number) => clock() - Math.max(since, grace.since);
  const isSilent = ({ lkSid, goneAt, joinedAt }: ParticipantRecord) =>
    lkSid === null
      ? passed(joinedAt) >= limits.joiningMs
      : goneAt !== null && passed(goneAt) >= limits.awayMs;
  await inOneStep(context, async (step) => {
    const silent = (await step.records.openParticipants(id)).filter(isSilent);
    for (const row of silent) await closeParticipant(step, row, 'lost');
  });
  await noteEmptyStage(context, id);
}

/** A live Space whose stage never had anybody to lose would otherwise stay for ever. */
async function noteEmptyStage(context: SpacesContext, spaceId: string): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await step.records.space(spaceId);
    if (!space || space.state !== 'live' || space.emptySince !== null) return;
    if ((await step.records.stage(spaceId)).length === 0) await touch(step, space);
  });
}
