import { doubtAhead } from './ahead/ahead.ts';
import type { SpacesContext } from './context.ts';
import { admissionOf } from './pass.ts';
import type { ParticipantRecord, SpaceRecord } from './records.ts';
import { roomName } from './rooms.ts';

/** What has to follow once a transaction is written: by identity whom LiveKit must treat anew, and which Spaces look different. */
export interface Wake {
  roles: Set<string>;
  mutes: Set<string>;
  gone: Set<string>;
  spaces: Set<string>;
  /** By Space, the accounts whose own place changed. */
  people: Map<string, Set<string>>;
  /** By session whose it is from now on; null for nobody's. */
  sessions: Map<string, string | null>;
  /** Accounts that something was decided about wherever they are. */
  judged: Set<string>;
  ended: SpaceRecord[];
}

export function newWake(): Wake {
  const [roles, mutes, gone, spaces, judged] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  return { roles, mutes, gone, spaces, people: new Map(), sessions: new Map(), judged, ended: [] };
}

/** Notes that somebody's own place in a Space changed. */
export function notePerson(
  { people }: Wake,
  { spaceId, accountId }: Pick<ParticipantRecord, 'spaceId' | 'accountId'>,
): void {
  people.set(spaceId, (people.get(spaceId) ?? new Set()).add(accountId));
}

/** Shows what changed and makes LiveKit follow; resolves once each was tried. What LiveKit did not do is tried again. */
export async function follow(context: SpacesContext, wake: Wake): Promise<void> {
  if (wake.sessions.size > 0) context.announcer.sessionsMoved(wake.sessions);
  for (const [spaceId, accounts] of wake.people) context.announcer.changedFor(spaceId, [...accounts]);
  const each = <T>(these: Iterable<T>, work: (one: T) => Promise<void>) => [...these].map(work);
  await Promise.all([
    ...each(wake.gone, (id) => removeFromMedia(context, id)),
    ...each(wake.mutes, (id) => followMute(context, id)),
    ...each(wake.roles, (id) => followRole(context, id)),
    ...each(wake.spaces, (id) => context.announcer.changed(id)),
    ...each(wake.ended, (space) => closeRoom(context, space)),
    doubtAhead(context, concernedBy(wake)),
  ]);
}

/** Whoever only listens ahead of a join has no row that would tell. */
function concernedBy({ people, judged, sessions, spaces, ended }: Wake) {
  const accounts = new Set([...judged, ...[...people.values()].flatMap((some) => [...some])]);
  return { accounts, sessions, spaces: new Set([...spaces, ...ended.map(({ id }) => id)]) };
}

/** Makes LiveKit's permissions those of today's row; a late try finds what is true then. */
export async function followRole(context: SpacesContext, id: string): Promise<void> {
  await context.chores.insist(`role ${id}`, async () => {
    const here = await openJoin(context, id);
    if (here) await context.media.applyRole(admissionOf(here.space, here.row));
  });
}

/** Mutes whom a host muted. One who was not connected then is muted on coming back. */
export async function followMute(context: SpacesContext, id: string): Promise<void> {
  await context.chores.insist(`mute ${id}`, async () => {
    const here = await openJoin(context, id);
    if (!here || here.row.muteAskedAt === null) return;
    const found = await context.media.muteParticipant(roomName(here.space), id);
    if (found === 'muted' || (found === 'silent' && !isComingBack(context, here.row))) {
      await forgetMute(context, here.row);
    }
  });
}

/** A client that connects anew sends what it sent before, a moment later. */
function isComingBack(
  { clock, limits }: SpacesContext,
  { lkJoinedAt, muteAskedAt }: ParticipantRecord,
): boolean {
  if (lkJoinedAt === null) return true;
  return lkJoinedAt > (muteAskedAt ?? 0) && clock() - lkJoinedAt < 2 * limits.reconcileMs;
}

/** Disconnects a closed join, now or as soon as LiveKit answers. */
export async function removeFromMedia(context: SpacesContext, id: string): Promise<void> {
  await context.chores.insist(`remove ${id}`, () => takeOut(context, id));
}

/** Disconnects a closed join after `delayMs`, unless that is done before. */
export function removeLater(context: SpacesContext, id: string, delayMs: number): void {
  context.chores.later(`remove ${id}`, delayMs, () => takeOut(context, id));
}

async function takeOut({ store, media }: SpacesContext, id: string): Promise<void> {
  const row = await store.participant(id);
  const space = row && (await store.space(row.spaceId));
  if (space && row.leftAt !== null) await media.removeParticipant(roomName(space), id);
}

async function closeRoom(context: SpacesContext, space: SpaceRecord): Promise<void> {
  const room = roomName(space);
  context.rooms.forget(room);
  await context.chores.insist(`close ${room}`, () => context.media.closeRoom(room));
}

async function openJoin(
  { store }: SpacesContext,
  id: string,
): Promise<{ row: ParticipantRecord; space: SpaceRecord } | null> {
  const row = await store.participant(id);
  const space = row && row.leftAt === null ? await store.space(row.spaceId) : undefined;
  return row && space ? { row, space } : null;
}

/** A newer wish stays. */
async function forgetMute({ store }: SpacesContext, { id, muteAskedAt }: ParticipantRecord): Promise<void> {
  await store.transaction(async (records) => {
    const now = await records.participant(id);
    if (now?.muteAskedAt === muteAskedAt) await records.updateParticipant(id, { muteAskedAt: null });
  });
}
