import type { JoinRequest, Session } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { signOut } from './account-verbs.ts';
import { Fault, outcomeOf } from './fault.ts';
import { isInRoom, type RoomMemory } from './room-memory.ts';
import type { ServerClient } from './server-client.ts';
import type { SessionKeeper } from './session.ts';

export interface TakeAlongDeps {
  sessions: SessionKeeper;
  memory: Pick<RoomMemory, 'room'>;
  /** The server of a Space that the person is in. */
  serverOf(spaceId: string): ServerClient;
  wasShown(spaceId: string): boolean | undefined;
  flow: {
    leave(): Promise<Outcome>;
    join(spaceId: string, answers: JoinRequest, at: ServerClient): Promise<Outcome>;
  };
}

/** How the person came into their account. */
export interface Arrival {
  /** They joined the Space again that they were in, as somebody else. */
  moved: boolean;
  /** Why they could not. */
  fault: FaultCode | null;
}

/** The person goes on under this session. Where that is another account, they leave their Space and join it again, muted. */
export async function takeAlong(
  deps: TakeAlongDeps,
  server: ServerClient,
  session: Session,
  picture: string | null,
): Promise<Arrival> {
  const { sessions, memory, flow } = deps;
  const before = await sessions.current(server);
  if (!before || before.account.id === session.account.id) {
    await sessions.take(server, session, picture);
    return { moved: false, fault: null };
  }
  const { room } = memory;
  const spaceId = isInRoom(room) && room.spaceId ? room.spaceId : null;
  const isHere = spaceId !== null && deps.serverOf(spaceId).url === server.url;
  const shown = spaceId === null ? undefined : deps.wasShown(spaceId);
  if (isHere) {
    // Once the session is another one, nobody could say any more that this participant has left.
    const { participantId } = room;
    if (participantId) await quietly(() => server.leaveSpace(before.token, spaceId, participantId));
    await flow.leave();
  }
  await sessions.take(server, session, picture);
  // What that guest was is no use to anybody.
  if (before.account.guest) void quietly(() => signOut(server, before.token));
  if (!isHere) return { moved: false, fault: null };
  const answers = { despiteBlocked: true, ...(shown !== undefined && { shown }) };
  const { fault } = await outcomeOf(() => flow.join(spaceId, answers, server));
  return { moved: true, fault };
}

/** The server finds out by itself what it could not be told. */
async function quietly(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}
