import { closeParticipant, endInStore } from './close.ts';
import type { SpacesContext } from './context.ts';
import { watchHostsOf } from './hosting/watch.ts';
import type { AccountRecord, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { requireMay, requirePresent } from './stage/act.ts';
import { inOneStep, type Step } from './step.ts';

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
  const left = await inOneStep(context, async (step) => {
    const space = await requireSpace(step.records, spaceId);
    const open = await step.records.openParticipantsOf(account.id);
    const mine = open.filter(({ id, spaceId: where }) => where === spaceId && id === (participantId ?? id));
    await closeJoins(step, space, mine);
    return mine;
  });
  await watchHostsOf(context, left);
}

/** Ends a Space by its host, from inside or outside; ended again is fine. Refuses with `not_found`, `space_ended`, `not_in_space`, `forbidden`. */
export async function endByHost(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await requireSpace(step.records, spaceId);
    const isOver = space.state === 'ended';
    if (space.hostId !== account.id) {
      if (isOver) throw new Refusal('space_ended');
      const { role } = await requirePresent(step.records, account, space);
      requireMay(role, 'end', 'space');
    }
    if (!isOver) await endInStore(step, space, 'host_ended', account.id);
  });
}

/** Closes joins of one person; what never began ends with its host. */
export async function closeJoins(step: Step, space: SpaceRecord, mine: ParticipantRecord[]): Promise<void> {
  const unbegun = space.state === 'starting' && mine.some(({ role }) => role === 'host');
  if (unbegun) await endInStore(step, space, 'never_started', space.hostId);
  else for (const participant of mine) await closeParticipant(step, participant, 'left');
}

export async function requireSpace(records: Records, spaceId: string): Promise<SpaceRecord> {
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  return space;
}
