import type { RoomState } from '#shared/schema/room.ts';
import type { Catalogue } from '#shared/words/words.ts';
import type { LiveCount } from '../platform/recap-store.ts';
import type { ToolbarFace } from '../platform/toolbar.ts';
import { faceOf, type Waiting } from './toolbar-face.ts';

/** The alarm by which a count that nobody keeps true any more goes. */
export const COUNT_AGES = 'count-ages';
/** How long the count still stands once nobody looks at the list; no socket is held open for it alone. */
const COUNT_LASTS_MS = 2 * 60_000;

export interface ToolbarDeps {
  room(): RoomState;
  waiting(): Waiting;
  words(): Promise<Catalogue>;
  /** How many are live by a list that is fresh, else null. */
  live(): number | null;
  shelf: { get(): Promise<LiveCount | null>; set(count: LiveCount | null): Promise<void> };
  show(face: ToolbarFace): Promise<void>;
  setAlarm(name: string, delayMs: number): Promise<void>;
  now(): number;
}

/** Keeps the toolbar button true to the room, and outside of one to the list as long as that is known. */
export class ToolbarKeeper {
  readonly #deps: ToolbarDeps;
  #isFollowed = false;
  #last: LiveCount | null = null;
  #shown = '';

  constructor(deps: ToolbarDeps) {
    this.#deps = deps;
  }

  async recall(): Promise<void> {
    this.#last = await this.#deps.shelf.get();
  }

  /** Somebody looks at the list, which is kept true from now on; or nobody does any longer. */
  follow(isFollowed: boolean): void {
    if (isFollowed === this.#isFollowed) return;
    this.#isFollowed = isFollowed;
    const n = this.#deps.live();
    if (!isFollowed && n !== null) {
      this.#keep({ n, until: this.#deps.now() + COUNT_LASTS_MS });
      void this.#deps.setAlarm(COUNT_AGES, COUNT_LASTS_MS);
    }
    void this.show();
  }

  /** Another home: what was counted is not there. */
  forget(): void {
    this.#keep(null);
  }

  /** Shows what is so now; nothing is asked of the browser when it shows that already. */
  async show(): Promise<void> {
    const { room, waiting, words, show } = this.#deps;
    const catalogue = await words();
    const face = faceOf(room(), waiting(), catalogue, this.#count());
    const key = JSON.stringify(face);
    if (key === this.#shown) return;
    this.#shown = key;
    await show(face);
  }

  #count(): number {
    const live = this.#isFollowed ? this.#deps.live() : null;
    const kept = this.#last && this.#deps.now() < this.#last.until ? this.#last.n : 0;
    return live ?? kept;
  }

  #keep(count: LiveCount | null): void {
    this.#last = count;
    void this.#deps.shelf.set(count);
  }
}
