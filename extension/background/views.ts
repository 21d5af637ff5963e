import { coalesced } from '#shared/room/coalesce.ts';

const PUSH_EVERY_MS = 100;
/** A visible view reports every 20 s. */
const UNSEEN_AFTER_MS = 45_000;

export const POPUP = 'popup';
/** The stage window of Firefox. */
export const STAGE = 'stage';

/** Whether this view is a page of ours, which shows all there is. */
export function isPage(key: string): boolean {
  return key === POPUP || key === STAGE;
}

export interface ViewsDeps {
  /** Rejects when the view is gone. */
  push(key: string): Promise<void>;
  onCount(): void;
  keep(seen: Record<string, number>): Promise<void>;
  /** There is news for all views, also for those to come. */
  onNews(): void;
  now(): number;
}

/** Who is looking: bars by tab id, and the popup. */
export class Views {
  readonly #deps: ViewsDeps;
  readonly #seen = new Map<string, number>();
  readonly pushAll: () => void;

  constructor(deps: ViewsDeps) {
    this.#deps = deps;
    this.pushAll = coalesced(() => this.#push(), PUSH_EVERY_MS);
  }

  recall(seen: Record<string, number>): void {
    for (const [key, at] of Object.entries(seen)) this.#seen.set(key, at);
    this.#report();
  }

  report(key: string, visible: boolean): void {
    if (visible) this.#seen.set(key, this.#deps.now());
    else this.#seen.delete(key);
    this.#report();
  }

  get count(): number {
    this.#prune();
    return this.#seen.size;
  }

  has(key: string): boolean {
    this.#prune();
    return this.#seen.has(key);
  }

  /** Tells one view, if it is there; `push` rejects when it is gone. A new one that reports meanwhile stays. */
  tell(key: string, push: () => Promise<unknown>): void {
    if (!this.has(key)) return;
    const seenAt = this.#seen.get(key);
    push().catch(() => {
      if (this.#seen.get(key) === seenAt) this.report(key, false);
    });
  }

  /** Tells our own pages, which one message reaches. */
  tellPages(push: () => Promise<unknown>): void {
    this.tell(this.has(POPUP) ? POPUP : STAGE, push);
  }

  #push(): void {
    this.#deps.onNews();
    this.tellPages(() => this.#deps.push(POPUP));
    for (const key of this.#seen.keys()) if (!isPage(key)) this.tell(key, () => this.#deps.push(key));
  }

  #report(): void {
    this.#deps.onCount();
    void this.#deps.keep(Object.fromEntries(this.#seen));
  }

  #prune(): void {
    const oldest = this.#deps.now() - UNSEEN_AFTER_MS;
    for (const [key, at] of this.#seen) if (at < oldest) this.#seen.delete(key);
  }
}
