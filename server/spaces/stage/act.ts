import { may, type Action, type Target } from '#shared/policy/policy.ts';
import type { Role } from '#shared/schema/space.ts';
import type { SpacesContext } from '../context.ts';
import type { AccountRecord, ParticipantRecord, Records, SpacePatch, SpaceRecord } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { audit, inOneStep, type Step } from '../step.ts';
import { notePerson } from '../wake.ts';
import { touch } from './seats.ts';

/** A verb under way: who acts, and where. */
export interface Turn extends Step {
  space: SpaceRecord;
  me: ParticipantRecord;
}

export interface PersonTurn extends Turn {
  target: ParticipantRecord;
}

/** What a verb does once it is allowed; answers what changes of the Space itself. */
type Work<T extends Turn> = (turn: T) => Promise<SpacePatch | void>;

/** A verb of the caller alone, or for the Space as a whole. `action` is null for what nobody is ever refused. */
export interface Deed {
  name: string;
  action: Action | null;
  target: 'self' | 'space';
  work: Work<Turn>;
}

/** Refuses with `not_found`, `space_ended`, `not_in_space`, `forbidden`, `sign_in_required`, and as the deed says. */
export async function act(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
  { name, action, target, work }: Deed,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await requireOpenSpace(step.records, spaceId);
    const me = await requirePresent(step.records, account, space);
    if (action) requireGuestMay(step, account, action);
    if (action) requireMay(me.role, action, target);
    notePerson(step.wake, me);
    const patch = await work({ ...step, space, me });
    await touch(step, space, patch ?? {});
    await audit(step, { spaceId, actor: account.id, action: name });
  });
}

/** As `act`, done to the person behind `pid`, who must be in the Space; else `not_found`. */
export async function actOn(
  context: SpacesContext,
  account: AccountRecord,
  where: { spaceId: string; pid: string },
  { action, work }: { action: Action; work: Work<PersonTurn> },
): Promise<void> {
  const { spaceId, pid } = where;
  await inOneStep(context, async (step) => {
    const space = await requireOpenSpace(step.records, spaceId);
    const me = await requirePresent(step.records, account, space);
    const target = await requirePerson(step.records, space, pid);
    requireGuestMay(step, account, action);
    requireMay(me.role, action, target.role);
    notePerson(step.wake, target);
    const patch = await work({ ...step, space, me, target });
    await touch(step, space, patch ?? {});
    await audit(step, { spaceId, actor: account.id, action, target: target.accountId });
  });
}

export function requireMay(role: Role, action: Action, target: Target): void {
  if (!may(role, action, target)) throw new Refusal('forbidden');
}

export async function requireOpenSpace(records: Records, spaceId: string): Promise<SpaceRecord> {
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  if (space.state === 'ended') throw new Refusal('space_ended');
  return space;
}

export async function requirePresent(
  records: Records,
  account: AccountRecord,
  space: SpaceRecord,
): Promise<ParticipantRecord> {
  const open = await records.openParticipantsOf(account.id);
  const mine = open.find(({ spaceId }) => spaceId === space.id);
  if (!mine) throw new Refusal('not_in_space');
  return mine;
}

/** The open join that `pid` stands for: itself, or the account's present one when it was superseded. */
async function requirePerson(records: Records, space: SpaceRecord, pid: string): Promise<ParticipantRecord> {
  const named = await records.participant(pid);
  if (named?.spaceId !== space.id) throw new Refusal('not_found');
  // Not from one join to the next: whoever comes again a thousand times would make this a thousand steps.
  const [person] =
    named.supersededBy === null ? [named] : await records.openParticipantsAmong(space.id, [named.accountId]);
  if (!person || person.leftAt !== null) throw new Refusal('not_found');
  return person;
}
