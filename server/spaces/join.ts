import type { JoinRequest } from '#shared/schema/api.ts';
import { guestsMayBe } from '#shared/policy/guests.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import type { Role } from '#shared/schema/space.ts';
import { closeParticipant, isNoticed } from './close.ts';
import type { SpacesContext } from './context.ts';
import { requireEntry } from './entrance.ts';
import { hostsElsewhere, stepDown } from './hosting/host.ts';
import { watchHost, watchHostsOf } from './hosting/watch.ts';
import { newParticipant, passFor, requireMedia, type Pass } from './pass.ts';
import type { Caller, ParticipantRecord, SpacePatch, SpaceRecord } from './records.ts';
import { touch } from './stage/seats.ts';
import { audit, inOneStep, type Step } from './step.ts';
import { notePerson, removeLater } from './wake.ts';

interface Joined {
  space: SpaceRecord;
  participant: ParticipantRecord;
  superseded: ParticipantRecord | null;
  elsewhere: ParticipantRecord[];
}

/**
 * A new join of the account, in its kept role and place; the one it had here is superseded, those elsewhere are left. The
 * first host is host again. Refuses with `not_found`, `space_ended`, `conflict` (the host is not there yet),
 * `sign_in_required`, `media_unavailable`, `suspended`, and as the host and the caller's own blocks would have it.
 */
export async function joinSpace(
  context: SpacesContext,
  account: Caller,
  spaceId: string,
  request: JoinRequest,
): Promise<Pass> {
  requireMedia(context);
  const joined = await inOneStep(context, (step) => enter(step, account, spaceId, request));
  const { space, participant, superseded, elsewhere } = joined;
  // The old connection goes on until the new one stands, so that sound does not stop in between.
  if (superseded) removeLater(context, superseded.id, context.limits.supersedeMs);
  await watchHostsOf(context, elsewhere);
  if (participant.role === 'host') await watchHost(context, spaceId);
  return passFor(context, space, participant);
}

async function enter(step: Step, account: Caller, spaceId: string, request: JoinRequest): Promise<Joined> {
  const { space, open, here: superseded } = await requireEntry(step, account, spaceId, request);
  const elsewhere = open.filter((participant) => participant.spaceId !== spaceId);
  for (const participant of elsewhere) await closeParticipant(step, participant, 'moved');
  const back = await returning(step, space, account, superseded?.id);
  const isHost = (back.hostId ?? space.hostId) === account.id && mayBe(step, account, 'host');
  // An old absence would make another host while this one connects; from here on only a new one counts.
  const patch = isHost && superseded?.role !== 'host' ? { ...back, hostLostAt: null } : back;
  const participant = arrival(step, { ...space, ...patch }, account, { request, superseded, isHost });
  await replace(step, superseded, participant);
  if ([participant, superseded].some((row) => row && isNoticed(row))) await touch(step, space, patch);
  return { space, participant, superseded, elsewhere };
}

/** The first host gets the role back from whoever had it meanwhile. */
async function returning(
  step: Step,
  space: SpaceRecord,
  account: Caller,
  previous: string | undefined,
): Promise<SpacePatch> {
  const { records } = step;
  if (account.id !== space.firstHostId || account.id === space.hostId) return {};
  if (!mayBe(step, account, 'host')) return {};
  if (await hostsElsewhere(records, account.id, space)) return {};
  await stepDown(step, space, previous);
  await audit(step, { spaceId: space.id, actor: account.id, action: 'return' });
  return { hostId: account.id };
}

interface Arrival {
  request: JoinRequest;
  superseded: ParticipantRecord | null;
  isHost: boolean;
}

/** A new join with what the account had here before. */
function arrival(
  step: Step,
  space: SpaceRecord,
  account: Caller,
  { request, superseded: old, isHost }: Arrival,
): ParticipantRecord {
  const { now } = step;
  const kept = isHost ? 'host' : (old?.role ?? 'listener');
  const role = mayBe(step, account, kept) ? kept : 'listener';
  const shown = request.shown ?? old?.shown ?? false;
  const fresh = newParticipant(space, account, role, now);
  // Who is inside keeps what they are; hiding is what the host forbade.
  if (!old) return { ...fresh, shown };
  const { requestedAt, requestText, invitedAt, invitedBy } = old;
  const place =
    isOnStage(role) || !mayBe(step, account, 'speaker')
      ? {}
      : { requestedAt, requestText, invitedAt, invitedBy };
  return {
    ...fresh,
    ...place,
    shown: shown || (old.shown && !space.allowAnonymous),
    roleSince: role === old.role ? old.roleSince : now,
    muteAskedAt: old.muteAskedAt,
  };
}

/** A role is kept only where guests may have it. */
function mayBe({ guests }: Step, { guest }: Caller, role: Role): boolean {
  return !guest || guestsMayBe(guests, role);
}

async function replace(
  { records, now, wake }: Step,
  old: ParticipantRecord | null,
  participant: ParticipantRecord,
): Promise<void> {
  if (old) {
    await records.updateParticipant(old.id, { leftAt: now, leftReason: 'superseded' });
    for (const older of await records.supersededBy(old.id)) wake.gone.add(older.id);
  }
  await records.addParticipant(participant);
  if (old) await records.updateParticipant(old.id, { supersededBy: participant.id });
  notePerson(wake, participant);
}
