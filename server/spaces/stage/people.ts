import { PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import type { SpacesContext } from '../context.ts';
import { handOver, makeCohost, unmakeCohost } from '../hosting/cohosts.ts';
import type { AccountRecord, SpacePatch } from '../records.ts';
import { actOn, type PersonTurn } from './act.ts';
import { invite, uninvite } from './invitations.ts';
import { demote, mute, remove } from './moderation.ts';
import { approve, dismiss } from './queue.ts';

const WORK: Record<PersonAction, (turn: PersonTurn) => Promise<SpacePatch | void>> = {
  approve,
  dismiss,
  invite,
  uninvite,
  mute,
  demote,
  remove,
  cohost: makeCohost,
  uncohost: unmakeCohost,
  host: handOver,
};

/** What a moderator does to the person behind `pid`. Refuses as `actOn` does, and as the action says. */
export async function actOnPerson(
  context: SpacesContext,
  account: AccountRecord,
  where: { spaceId: string; pid: string },
  action: PersonAction,
): Promise<void> {
  await actOn(context, account, where, { action: PERSON_ACTIONS[action], work: WORK[action] });
}
