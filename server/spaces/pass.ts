import { monotonicFactory } from 'ulid';
import type { Role, Space } from '#shared/schema/space.ts';
import { colourOf } from '#shared/words/face.ts';
import { readView } from './cards.ts';
import type { SpacesContext } from './context.ts';
import { mutedOn } from './pids-of.ts';
import type { Admission } from './ports.ts';
import type { Caller, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { roomName } from './rooms.ts';

const MEDIA_RETRY_MS = 2_000;

/** What a client needs to enter, but for the address. */
export interface Pass {
  participantId: string;
  token: string;
  role: Role;
  space: Space;
  muted: string[];
}

export function newParticipant(
  space: SpaceRecord,
  account: Pick<Caller, 'id' | 'name' | 'guest' | 'sessionId'>,
  role: Role,
  now: number,
): ParticipantRecord {
  return {
    id: newParticipantId(account, now),
    spaceId: space.id,
    accountId: account.id,
    name: account.name,
    role,
    joinedAt: now,
    lkSid: null,
    lkJoinedAt: null,
    goneAt: null,
    leftAt: null,
    leftReason: null,
    supersededBy: null,
    roleSince: now,
    shown: false,
    exposed: role !== 'listener',
    requestedAt: null,
    requestText: '',
    invitedAt: null,
    invitedBy: '',
    muteAskedAt: null,
    lineLostAt: null,
    sessionId: account.sessionId,
  };
}

/**
 * Faces without a picture have the colour of their participant id. Whoever signed in gets an id of their account's colour,
 * and so looks the same in every Space; of a guest no two ids have anything in common.
 */
function newParticipantId({ id, guest }: Pick<Caller, 'id' | 'guest'>, now: number): string {
  const next = monotonicFactory();
  let pid = `p_${next(now)}`;
  while (!guest && colourOf(pid) !== colourOf(id)) pid = `p_${next(now)}`;
  return pid;
}

/** The admission that today's row stands for. LiveKit learns the name of nobody who was never on stage. */
export function admissionOf(space: SpaceRecord, participant: ParticipantRecord): Admission {
  return {
    room: roomName(space),
    identity: participant.id,
    name: participant.exposed ? participant.name : '',
    role: participant.role,
    exposed: participant.exposed,
  };
}

export async function passFor(
  context: SpacesContext,
  space: SpaceRecord,
  participant: ParticipantRecord,
): Promise<Pass> {
  const { media, limits, store } = context;
  const token = await media.mintToken(admissionOf(space, participant), limits.joinTokenMs);
  const view = await readView(store, (await store.space(space.id)) ?? space, limits.cardBytes);
  const muted = await mutedOn(store, space.id, participant.accountId);
  return { participantId: participant.id, token, role: participant.role, space: view, muted };
}

/** A session that ended while its request was under way brings nobody in. Refuses with `unauthenticated`. */
export async function requireSession(records: Records, { id, sessionId }: Caller): Promise<void> {
  if (!(await records.hasSession(id, sessionId))) throw new Refusal('unauthenticated');
}

/** Refuses before anything is written while LiveKit is known to be away. */
export function requireMedia({ media }: Pick<SpacesContext, 'media'>): void {
  if (!media.isUp()) throw new Refusal('media_unavailable', MEDIA_RETRY_MS);
}
