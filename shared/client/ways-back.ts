import type { WayBack } from '#shared/room/media-host.ts';
import type { Join, JoinRequest } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { Fault, isFinal } from './fault.ts';
import type { RoomMemory } from './room-memory.ts';
import type { ServerClient } from './server-client.ts';
import type { SessionKeeper } from './session.ts';

export interface WaysBackDeps {
  /** The server of a Space that the person is in, or was a moment ago. */
  server(spaceId: string | null): Promise<ServerClient>;
  sessions: SessionKeeper;
  memory: RoomMemory;
  /** Whether we were named to the others there; undefined when nothing was said of it. */
  wasShown(spaceId: string): boolean | undefined;
}

export function noWayBack(fault: FaultCode): WayBack {
  return { ok: false, fault, final: true, ended: null };
}

/** New ways into a Space that the media host lost. */
export class WaysBack {
  readonly #deps: WaysBackDeps;
  /** A join of ours went unanswered, so a newer place of this account may be our own. */
  #isUnsure = false;

  constructor(deps: WaysBackDeps) {
    this.#deps = deps;
  }

  async find(spaceId: string): Promise<WayBack> {
    const server = await this.#deps.server(spaceId);
    try {
      if (await this.#isElsewhere(server, spaceId)) return noWayBack('elsewhere');
      return { ok: true, join: await this.#joinAgain(server, spaceId) };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const ended = error.code === 'space_ended' ? await reasonOfEnd(server, spaceId) : null;
      return { ok: false, fault: error.code, final: isFinal(error.code), ended };
    }
  }

  /** A person who was in goes on as they were, whoever has come on stage meanwhile. */
  answers(spaceId: string): JoinRequest {
    const shown = this.#deps.wasShown(spaceId);
    return { despiteBlocked: true, ...(shown !== undefined && { shown }) };
  }

  /** Two devices of one account would push each other out for ever: the newer one stays. */
  async #isElsewhere(server: ServerClient, spaceId: string): Promise<boolean> {
    const { participantId } = this.#deps.memory.room;
    if (!participantId || this.#isUnsure) return false;
    const session = await this.#deps.sessions.current(server);
    if (!session) return false;
    const { me } = await server.fetchStage(session.token, spaceId);
    return me !== null && me.participantId !== participantId;
  }

  async #joinAgain(server: ServerClient, spaceId: string): Promise<Join> {
    const { sessions } = this.#deps;
    try {
      const join = await sessions.use(server, (token) =>
        server.joinSpace(token, spaceId, this.answers(spaceId)),
      );
      this.#isUnsure = false;
      return join;
    } catch (error) {
      this.#isUnsure = !(error instanceof Fault && isFinal(error.code));
      throw error;
    }
  }
}

async function reasonOfEnd(server: ServerClient, spaceId: string) {
  try {
    return (await server.fetchSpace(spaceId)).endReason;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
