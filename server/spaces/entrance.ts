import type { JoinRequest } from '#shared/schema/api.ts';
import { requireGuestMay } from './guests.ts';
import { requireSession } from './pass.ts';
import type { AccountRecord, Caller, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { requireNotSuspended } from './safety/suspended.ts';
import type { Step } from './step.ts';

interface Newcomer {
  account: AccountRecord;
  spaceId: string;
  request: JoinRequest;
  /** Has an open join there: who is in may come back. */
  isInside: boolean;
}

interface Entry {
  space: SpaceRecord;
  /** The account's open joins, here and elsewhere. */
  open: ParticipantRecord[];
  /** The one among them that is in this Space. */
  here: ParticipantRecord | null;
}

/** All that is asked of somebody who wants in. Refuses as `requireAdmittance`, and with `sign_in_required`, `unauthenticated`, `suspended`. */
export async function requireEntry(
  step: Pick<Step, 'records' | 'guests' | 'now'>,
  account: Caller,
  spaceId: string,
  request: JoinRequest,
): Promise<Entry> {
  const { records } = step;
  requireGuestMay(step, account, 'join');
  await requireSession(records, account);
  await requireNotSuspended(step, account);
  const open = await records.openParticipantsOf(account.id);
  const here = open.find((participant) => participant.spaceId === spaceId) ?? null;
  const newcomer = { account, spaceId, request, isInside: here !== null };
  return { space: await requireAdmittance(records, newcomer), open, here };
}

/**
 * The Space, when the account may join it. Refuses with `not_found`, `space_ended`, `conflict`, `removed`,
 * `blocked_by_host`; newcomers also with `guests_refused`, `anonymous_refused`, `blocked_on_stage`.
 */
async function requireAdmittance(records: Records, newcomer: Newcomer): Promise<SpaceRecord> {
  const { account, spaceId, isInside } = newcomer;
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  if (space.state === 'ended') throw new Refusal('space_ended');
  if (space.state === 'starting' && space.hostId !== account.id) throw new Refusal('conflict');
  if (await records.isBanned(spaceId, account.id)) throw new Refusal('removed');
  if (await isBlockedByHost(records, space, account)) throw new Refusal('blocked_by_host');
  if (!isInside) await requireWish(records, space, newcomer);
  return space;
}

/** What the host asks of newcomers, and what they asked us to warn them of. */
async function requireWish(
  records: Records,
  space: SpaceRecord,
  { account, request }: Newcomer,
): Promise<void> {
  const isOwn = ownsIt(space, account);
  if (!space.allowGuests && account.guest && !isOwn) throw new Refusal('guests_refused');
  if (!space.allowAnonymous && !request.shown && !isOwn) throw new Refusal('anonymous_refused');
  if (request.despiteBlocked) return;
  const stage = await records.stage(space.id);
  const blocked = await records.blockedAmong(
    account.id,
    stage.map(({ accountId }) => accountId),
  );
  if (blocked.length > 0) throw new Refusal('blocked_on_stage');
}

/** What the host and the first host, who may come back, think of the newcomer; neither keeps the other out. */
export async function isBlockedByHost(
  records: Records,
  space: SpaceRecord,
  account: AccountRecord,
): Promise<boolean> {
  if (ownsIt(space, account)) return false;
  const { hostId, firstHostId } = space;
  return (await records.isBlocked(hostId, account.id)) || (await records.isBlocked(firstHostId, account.id));
}

function ownsIt({ hostId, firstHostId }: SpaceRecord, { id }: AccountRecord): boolean {
  return id === hostId || id === firstHostId;
}
