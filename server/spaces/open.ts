import { ulid } from 'ulid';
import {
  afterEnd,
  afterLeaving,
  atomically,
  audit,
  closeParticipant,
  endInStore,
  patchSpace,
} from './change.ts';
import type { SpacesContext } from './context.ts';
import { newParticipant, passFor, requireMedia, type Pass } from './pass.ts';
import type { AccountRecord, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { roomName } from './rooms.ts';

interface Begun {
  space: SpaceRecord;
  host: ParticipantRecord;
  left: ParticipantRecord[];
  dropped: SpaceRecord | null;
}

/**
 * Opens a Space with the account as host, in state `starting` until the host is connected. A Space of theirs that never
 * began is dropped. Refuses with `already_hosting`, `media_unavailable`.
 */
export async function openSpace(
  context: SpacesContext,
  account: AccountRecord,
  input: { title: string; name?: string },
): Promise<Pass> {
  requireMedia(context);
  const now = context.clock();
  const begun = await atomically(context.store, (records) => begin(records, account, input, now));
  if (begun.dropped) await afterEnd(context, begun.dropped);
  await afterLeaving(context, begun.left);
  await makeRoom(context, begun.space);
  return passFor(context, begun.space, begun.host);
}

async function begin(
  records: Records,
  account: AccountRecord,
  input: { title: string; name?: string },
  now: number,
): Promise<Begun> {
  const dropped = await dropUnbegun(records, account, now);
  const name = input.name ?? account.name;
  if (name !== account.name) await records.renameAccount(account.id, name);
  const left = await records.openParticipantsOf(account.id);
  for (const participant of left) await closeParticipant(records, participant, 'moved', now);
  const space = newSpace(account, input.title, now);
  const host = newParticipant(space, { ...account, name }, 'host', now);
  await records.addSpace(space);
  await records.addParticipant(host);
  await audit(records, now, space.id, account.id, 'open');
  return { space, host, left, dropped };
}

async function dropUnbegun(
  records: Records,
  account: AccountRecord,
  now: number,
): Promise<SpaceRecord | null> {
  const previous = await records.openSpaceOf(account.id);
  if (!previous) return null;
  if (previous.state === 'live') throw new Refusal('already_hosting');
  await endInStore(records, previous, 'never_started', account.id, now);
  return previous;
}

function newSpace(host: AccountRecord, title: string, now: number): SpaceRecord {
  return {
    id: ulid(now),
    hostId: host.id,
    firstHostId: host.id,
    title,
    state: 'starting',
    epoch: 1,
    version: 1,
    createdAt: now,
    startedAt: null,
    hostLostAt: null,
    speakPolicy: 'invited',
    requestsLocked: false,
    allowAnonymous: true,
    allowGuests: true,
    emptySince: null,
    endedAt: null,
    endReason: null,
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
  const now = context.clock();
  const began = await atomically(context.store, async (records) => {
    const space = await records.space(spaceId);
    if (space?.state !== 'starting') return false;
    await patchSpace(records, space, { state: 'live', startedAt: now, emptySince: null });
    await audit(records, now, spaceId, space.hostId, 'live');
    return true;
  });
  if (began) await context.announcer.changed(spaceId);
}

/** Ends a Space for `reason`; one that is over stays as it is. `actor` is an account's id or `server`. */
export async function endSpace(
  context: SpacesContext,
  spaceId: string,
  reason: Parameters<typeof endInStore>[2],
  actor: string,
): Promise<void> {
  const ended = await atomically(context.store, async (records) => {
    const space = await records.space(spaceId);
    if (!space || space.state === 'ended') return null;
    await endInStore(records, space, reason, actor, context.clock());
    return space;
  });
  if (ended) await afterEnd(context, ended);
}
