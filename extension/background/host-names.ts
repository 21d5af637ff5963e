import { isInRoom } from '#shared/client/room-memory.ts';
import { hostNames } from '#shared/policy/hosting.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Stage } from '#shared/schema/stage.ts';

interface HostNamesDeps {
  room(): RoomState;
  /** Gives them to the media host, where there is one. */
  tell(space: { spaceId: string; names: string[] }): Promise<void>;
}

/** Keeps the media host told who hosts the Space that the person is in: it may be handed over, or go to a co-host. */
export class HostNames {
  readonly #deps: HostNamesDeps;
  /** The last that the media host was given, and for which join. */
  #told = '';

  constructor(deps: HostNamesDeps) {
    this.#deps = deps;
  }

  followStage(stage: Stage | null): void {
    const room = this.#deps.room();
    if (!stage || stage.id !== room.spaceId || !isInRoom(room)) return;
    const names = hostNames(stage.people);
    const told = JSON.stringify([room.participantId, names]);
    if (told === this.#told) return;
    this.#told = told;
    void this.#deps.tell({ spaceId: stage.id, names });
  }
}
