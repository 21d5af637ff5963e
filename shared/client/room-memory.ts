import type { RoomState } from '#shared/schema/room.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';

export function isInRoom({ phase }: RoomState): boolean {
  return phase !== 'idle' && phase !== 'over';
}

export interface RoomShelf {
  get(): Promise<RoomState | null>;
  set(room: RoomState): Promise<void>;
}

/** The media host's last word, kept where a stopped worker finds it again. */
export class RoomMemory {
  readonly #shelf: RoomShelf;
  readonly #onChange: (room: RoomState, before: RoomState) => void;
  #room: RoomState = IDLE_ROOM;

  constructor(shelf: RoomShelf, onChange: (room: RoomState, before: RoomState) => void) {
    this.#shelf = shelf;
    this.#onChange = onChange;
  }

  get room(): RoomState {
    return this.#room;
  }

  async recall(): Promise<void> {
    this.#room = (await this.#shelf.get()) ?? IDLE_ROOM;
  }

  async keep(room: RoomState): Promise<void> {
    const before = this.#room;
    this.#room = room;
    this.#onChange(room, before);
    await this.#shelf.set(room);
  }
}
