import type { PersonAction } from '#shared/policy/policy.ts';
import type { SettingsRequest } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Block, ReportRequest } from '#shared/schema/safety.ts';
import type { Reaction, StageAnswer } from '#shared/schema/stage.ts';
import { Fault } from './fault.ts';
import { isInRoom } from './room-memory.ts';
import type { ServerClient } from './server-client.ts';
import type { SessionKeeper } from './session.ts';

export interface StageVerbsDeps {
  /** The server of a Space that the person is in; null asks for the one where they are at home. */
  server(spaceId: string | null): Promise<ServerClient>;
  sessions: SessionKeeper;
  room(): RoomState;
}

/** What a person does on the stage and about people. Every verb rejects with a `Fault`. */
export class StageVerbs {
  readonly #deps: StageVerbsDeps;

  constructor(deps: StageVerbsDeps) {
    this.#deps = deps;
  }

  request(text?: string): Promise<void> {
    return this.#here((server, token, spaceId) => server.request(token, spaceId, text));
  }

  cancelRequest(): Promise<void> {
    return this.#here((server, token, spaceId) => server.cancelRequest(token, spaceId));
  }

  answerInvitation(accept: boolean): Promise<void> {
    return this.#here((server, token, spaceId) => server.answerInvitation(token, spaceId, accept));
  }

  react(emoji: Reaction): Promise<void> {
    return this.#here((server, token, spaceId) => server.react(token, spaceId, emoji));
  }

  show(shown: boolean): Promise<void> {
    return this.#here((server, token, spaceId) => server.show(token, spaceId, shown));
  }

  leaveStage(): Promise<void> {
    return this.#here((server, token, spaceId) => server.leaveStage(token, spaceId));
  }

  muteAll(): Promise<void> {
    return this.#here((server, token, spaceId) => server.muteAll(token, spaceId));
  }

  /** Whom it is about may have left; the Space is still there. */
  async person(pid: string, action: PersonAction): Promise<void> {
    try {
      await this.#here((server, token, spaceId) => server.actOn(token, spaceId, pid, action));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'not_found') throw error;
      throw new Fault('conflict', { cause: error });
    }
  }

  /** Hears nothing of the person behind a participant here, in any Space, or hears them again. */
  muteForMe(pid: string, on: boolean): Promise<void> {
    return this.#here((server, token, spaceId) =>
      on
        ? server.call('/v1/mutes', { token, body: { spaceId, pid } })
        : server.call(`/v1/mutes/${spaceId}/${pid}`, { method: 'DELETE', token }),
    );
  }

  settings(change: SettingsRequest): Promise<void> {
    return this.#here((server, token, spaceId) => server.changeSpace(token, spaceId, change));
  }

  report(request: ReportRequest): Promise<void> {
    return this.#signedIn(request.spaceId, (server, token) => server.report(token, request));
  }

  async block(spaceId: string, pid: string): Promise<void> {
    await this.#signedIn(spaceId, (server, token) => server.block(token, spaceId, pid));
  }

  unblock(id: string): Promise<void> {
    return this.#signedIn(null, (server, token) => server.unblock(token, id));
  }

  /** Whoever has no session yet has blocked nobody. */
  async blocks(): Promise<Block[]> {
    const server = await this.#deps.server(null);
    if (!(await this.#deps.sessions.current(server))) return [];
    return this.#deps.sessions.use(server, (token) => server.fetchBlocks(token));
  }

  /** Looks without joining, and never makes a guest for it; at home, unless it is said where. */
  async preview(spaceId: string, at?: ServerClient): Promise<StageAnswer> {
    const server = at ?? (await this.#deps.server(null));
    const session = await this.#deps.sessions.current(server);
    return server.fetchStage(session?.token ?? null, spaceId);
  }

  async #signedIn<T>(
    spaceId: string | null,
    act: (server: ServerClient, token: string) => Promise<T>,
  ): Promise<T> {
    const server = await this.#deps.server(spaceId);
    return this.#deps.sessions.use(server, (token) => act(server, token));
  }

  async #here<T>(act: (server: ServerClient, token: string, spaceId: string) => Promise<T>): Promise<T> {
    const room = this.#deps.room();
    const { spaceId } = room;
    if (!spaceId || !isInRoom(room)) throw new Fault('not_in_space');
    return this.#signedIn(spaceId, (server, token) => act(server, token, spaceId));
  }
}
