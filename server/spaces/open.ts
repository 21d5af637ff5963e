import { ulid } from 'ulid';
import type { StartRequest } from '#shared/schema/api.ts';
import type { EndReason } from '#shared/schema/space.ts';
import { closeParticipant, endInStore } from './close.ts';
import type { SpacesContext } from './context.ts';
import { watchHostsOf } from './hosting/watch.ts';
import { requireGuestMay } from './guests.ts';
import { newParticipant, passFor, requireMedia, requireSession, type Pass } from './pass.ts';
import type { AccountRecord, Caller, ParticipantRecord, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { roomName } from './rooms.ts';
import { requireNotSuspended } from './safety/suspended.ts';
import { audit, inOneStep, patchSpace, type Step } from './step.ts';

interface Begun {
  space: SpaceRecord;
  host: ParticipantRecord;
  left: ParticipantRecord[];
}

/**
 * Opens a Space with the account as host, in state `starting` until the host is connected. A Space of theirs that never
 * began is dropped. Refuses with `already_hosting`, `sign_in_required`, `media_unavailable`, `suspended`.
 */
export async function openSpace(context: SpacesContext, account: Caller, input: StartRequest): Promise<Pass> {
  requireMedia(context);
  const begun = await inOneStep(context, (step) => begin(step, account, input));
  await makeRoom(context, begun.space);
  await watchHostsOf(context, begun.left);
  return passFor(context, begun.space, begun.host);
}

async function begin(step: Step, account: Caller, input: StartRequest): Promise<Begun> {
  const { records, now } = step;
  requireGuestMay(step, account, 'open');
  await requireSession(records, account);
  await requireNotSuspended(step, account);
  await dropUnbegun(step, account);
  const name = input.name ?? account.name;
  if (name !== account.name) await records.renameAccount(account.id, name);
  const left = await records.openParticipantsOf(account.id);
  for (const participant of left) await closeParticipant(step, participant, 'moved');
  const space = newSpace(account, input, now);
  const host = newParticipant(space, { ...account, name }, 'host', now);
  await records.addSpace(space);
  await records.addParticipant(host);
  await audit(step, { spaceId: space.id, actor: account.id, action: 'open' });
  return { space, host, left };
}

async function dropUnbegun(step: Step, account: AccountRecord): Promise<void> {
  const previous = await step.records.openSpaceOf(account.id);
  if (!previous) return;
  if (previous.state === 'live') throw new Refusal('already_hosting');
  await endInStore(step, previous, 'never_started', account.id);
}

function newSpace(host: AccountRecord, input: StartRequest, now: number): SpaceRecord {
  return {
    id: ulid(now),
    hostId: host.id,
    firstHostId: host.id,
    title: input.title,
    state: 'starting',
    epoch: 1,
    version: 1,
    createdAt: now,
    startedAt: null,
    hostLostAt: null,
    speakPolicy: input.speakPolicy ?? 'invited',
    requestsLocked: input.requestsLocked ?? false,
    allowAnonymous: input.allowAnonymous ?? true,
    allowGuests: input.allowGuests ?? true,
    emptySince: null,
    endedAt: null,
    endReason: null,
    lang: input.lang ?? '',
  };
}

async function makeRoom(context: SpacesContext, space: SpaceRecord): Promise<void> {
  try {
    await context.rooms.ensure(roomName(space));
  } catch (error) {
    await endSpace(context, space.id, 'never_started', 'server');
    throw error;
  }
}

/** Marks the Space live: its host is connected. A Space that is live or over stays as it is. */
export async function beginLive(context: SpacesContext, spaceId: string): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await step.records.space(spaceId);
    if (space?.state !== 'starting') return;
    await patchSpace(step, space, { state: 'live', startedAt: step.now, emptySince: null });
    await audit(step, { spaceId, actor: space.hostId, action: 'live' });
  });
}

/** Ends a Space for `reason`; one that is over stays as it is. `actor` is an account's id or `server`. */
export async function endSpace(
  context: SpacesContext,
  spaceId: string,
  reason: EndReason,
  actor: string,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await step.records.space(spaceId);
    if (space && space.state !== 'ended') await endInStore(step, space, reason, actor);
  });
}
