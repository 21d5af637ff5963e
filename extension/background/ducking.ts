/** As long as a tab must have been silent before the Space is as loud as before. */
export const BACK_AFTER_MS = 1_000;

export interface DuckingDeps {
  /** Whether another tab can be heard now. */
  isTabHeard(): Promise<boolean>;
  /** Calls back whenever that may have changed; answers how to stop. */
  watchTabs(listener: () => void): () => void;
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  onChange(): void;
}

/** Whether the Space stands back behind another tab. Looks at tabs only while that is wanted. */
export class Ducking {
  readonly #deps: DuckingDeps;
  #isOn = false;
  #unwatch: (() => void) | null = null;
  #timer: unknown = null;

  constructor(deps: DuckingDeps) {
    this.#deps = deps;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** What was so when the background was stopped, until it has looked again. */
  recall(isOn: boolean): void {
    this.#isOn = isOn;
  }

  want(isWanted: boolean): void {
    if (isWanted === (this.#unwatch !== null)) return;
    this.#unwatch?.();
    this.#unwatch = isWanted ? this.#deps.watchTabs(() => void this.#look()) : null;
    if (isWanted) void this.#look();
    else this.#become(false);
  }

  async #look(): Promise<void> {
    const isHeard = await this.#deps.isTabHeard();
    if (!this.#unwatch) return;
    if (isHeard) this.#become(true);
    else if (this.#isOn) this.#timer ??= this.#deps.setTimeout(() => this.#become(false), BACK_AFTER_MS);
  }

  #become(isOn: boolean): void {
    if (this.#timer !== null) this.#deps.clearTimeout(this.#timer);
    this.#timer = null;
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#deps.onChange();
  }
}
