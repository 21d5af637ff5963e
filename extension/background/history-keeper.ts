import { historyOf, type Visit } from '#shared/schema/history.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Item } from '../platform/store.ts';

export interface HistoryKeeperDeps {
  history: Pick<Item<Visit[]>, 'get' | 'set'>;
  isKept: Pick<Item<boolean>, 'get'>;
  /** The origin of the server of a Space that the person is in. */
  serverOf(spaceId: string): string;
  /** The name of its host, as far as anybody told it. */
  hostOf(spaceId: string): string;
  now(): number;
}

const isInside = ({ phase }: RoomState) => phase === 'live' || phase === 'reconnecting';

/** Remembers on this device alone which Spaces the person was in, unless they want none of that. */
export class HistoryKeeper {
  readonly #deps: HistoryKeeperDeps;
  /** The Space that the person is in. Null also after the background was stopped, which changes nothing. */
  #visit: Visit | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(deps: HistoryKeeperDeps) {
    this.#deps = deps;
  }

  /** Told whenever the room changes: a Space is noted when it is entered, and once more with all that is known when it is left. */
  take(room: RoomState, before: RoomState): Promise<void> {
    if (isInside(before) && this.#visit && room.spaceId !== before.spaceId) this.#leave();
    if (isInside(before) && !isInside(room) && this.#visit) this.#leave();
    if (isInside(room) && (!isInside(before) || room.spaceId !== before.spaceId)) this.#enter(room);
    else if (this.#visit && isInside(room)) this.#visit = { ...this.#visit, ...this.#known(room) };
    return this.#last;
  }

  #enter(room: RoomState): void {
    const { spaceId } = room;
    if (spaceId === null) return;
    const { serverOf, now } = this.#deps;
    this.#visit = { spaceId, server: serverOf(spaceId), at: now(), ...this.#known(room) };
    this.#note(this.#visit);
  }

  #leave(): void {
    this.#note(this.#visit!);
    this.#visit = null;
  }

  #known({ spaceId, title }: RoomState): Pick<Visit, 'title' | 'host'> {
    return { title, host: this.#deps.hostOf(spaceId!) || (this.#visit?.host ?? '') };
  }

  #note(visit: Visit): void {
    const { history, isKept } = this.#deps;
    const note = async () => {
      if (await isKept.get()) await history.set(historyOf(visit, ...(await history.get())));
    };
    // A history that could not be written is no reason to disturb a Space.
    this.#last = this.#last.then(note).catch(() => undefined);
  }
}
