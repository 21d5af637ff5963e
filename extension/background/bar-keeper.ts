import type { BarSettings } from '#shared/schema/view.ts';
import { BAR_AS_IT_COMES } from '#shared/schema/view.ts';

export interface BarShelf {
  get(): Promise<BarSettings>;
  set(settings: BarSettings): Promise<void>;
  watch(listener: () => void): () => void;
}

/** What a bar's own menu can ask for. */
export interface BarWish {
  hideToday?: boolean;
  hideHere?: boolean;
  collapsed?: boolean;
}

/** The next midnight of the person's own clock, ms since the epoch. */
export function endOfDay(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

/** What the person decided about bars; options write the same shelf. */
export class BarKeeper {
  settings: BarSettings = BAR_AS_IT_COMES;
  readonly #shelf: BarShelf;
  readonly #onChange: () => void;

  constructor(shelf: BarShelf, onChange: () => void) {
    this.#shelf = shelf;
    this.#onChange = onChange;
  }

  async recall(): Promise<void> {
    this.#shelf.watch(() => void this.#read());
    this.settings = await this.#shelf.get();
  }

  /** `site` is the host name of the page whose bar asked; null where there is none to hide. */
  async obey({ hideToday, hideHere, collapsed }: BarWish, site: string | null, now: number): Promise<void> {
    const next = { ...(await this.#shelf.get()) };
    if (hideToday) next.hiddenUntil = endOfDay(now);
    if (hideHere && site !== null) next.hiddenOn = [...new Set([...next.hiddenOn, site])];
    if (collapsed !== undefined) next.collapsed = collapsed;
    this.settings = next;
    this.#onChange();
    await this.#shelf.set(next);
  }

  async #read(): Promise<void> {
    this.settings = await this.#shelf.get();
    this.#onChange();
  }
}
