import { afterEnd, afterLeaving, atomically, closeParticipant, endInStore } from './change.ts';
import type { SpacesContext } from './context.ts';
import { endSpace } from './open.ts';
import type { AccountRecord, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';

/**
 * Leaves; whoever is not there has left already. With `participantId` only that join is closed. The Space goes on without
 * its host, unless it never began. Refuses with `not_found`.
 */
export async function leaveSpace(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
  participantId?: string,
): Promise<void> {
  const now = context.clock();
  const { left, dropped } = await atomically(context.store, async (records) => {
    const space = await requireSpace(records, spaceId);
    const open = await records.openParticipantsOf(account.id);
    const mine = open.filter(({ id, spaceId: where }) => where === spaceId && id === (participantId ?? id));
    return close(records, space, mine, now);
  });
  if (dropped) await afterEnd(context, dropped);
  await afterLeaving(context, left);
}

/** Ends a Space by its host; ended again is fine. Refuses with `not_found`, `forbidden`. */
export async function endByHost(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
): Promise<void> {
  const space = await requireSpace(context.store, spaceId);
  if (space.hostId !== account.id) throw new Refusal('forbidden');
  await endSpace(context, spaceId, 'host_ended', account.id);
}

async function close(
  records: Records,
  space: SpaceRecord,
  mine: ParticipantRecord[],
  now: number,
): Promise<{ left: ParticipantRecord[]; dropped: SpaceRecord | null }> {
  const unbegun = space.state === 'starting' && mine.some(({ role }) => role === 'host');
  if (unbegun) await endInStore(records, space, 'never_started', space.hostId, now);
  else for (const participant of mine) await closeParticipant(records, participant, 'left', now);
  return { left: unbegun ? [] : mine, dropped: unbegun ? space : null };
}

export async function requireSpace(records: Records, spaceId: string): Promise<SpaceRecord> {
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  return space;
}
