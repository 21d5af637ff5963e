import type { Limits } from '#shared/schema/limits.ts';
import type { SpacesContext } from '../context.ts';
import type { ParticipantRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { inOneStep } from '../step.ts';
import { notePerson } from '../wake.ts';
import type { Deed, PersonTurn } from './act.ts';
import { NO_INVITATION, requireMayBe, takeSeat } from './seats.ts';

/** Whether an invitation was given and has not run out. */
export function isInvited(
  { invitedAt }: Pick<ParticipantRecord, 'invitedAt'>,
  now: number,
  { invitationMs }: Pick<Limits, 'invitationMs'>,
): boolean {
  return invitedAt !== null && now - invitedAt <= invitationMs;
}

/** Asks somebody onto the stage; asked again, the time begins anew. Refuses with `target_is_guest`. */
export async function invite(turn: PersonTurn): Promise<void> {
  const { records, target, me, now } = turn;
  await requireMayBe(turn, target, 'speaker');
  await records.updateParticipant(target.id, { invitedAt: now, invitedBy: me.name });
}

export async function uninvite({ records, target }: PersonTurn): Promise<void> {
  await records.updateParticipant(target.id, NO_INVITATION);
}

/** Comes on stage, or refuses with `invitation_over`, `stage_full` (the invitation stands). */
export const ACCEPT: Deed = {
  name: 'acceptInvitation',
  action: 'answerInvitation',
  target: 'self',
  work: async (turn) => {
    if (!isInvited(turn.me, turn.now, turn.limits)) throw new Refusal('invitation_over');
    await takeSeat(turn, turn.space, turn.me);
  },
};

export const DECLINE: Deed = {
  name: 'declineInvitation',
  action: 'answerInvitation',
  target: 'self',
  work: ({ records, me }) => records.updateParticipant(me.id, NO_INVITATION),
};

/** Clears the invitations of a Space that have run out. */
export async function forgetInvitations(context: SpacesContext, spaceId: string): Promise<void> {
  await inOneStep(context, async ({ records, now, limits, wake }) => {
    const over = (await records.invited(spaceId, 0)).filter((row) => !isInvited(row, now, limits));
    for (const row of over) {
      await records.updateParticipant(row.id, NO_INVITATION);
      notePerson(wake, row);
    }
    if (over.length > 0) wake.spaces.add(spaceId);
  });
}
