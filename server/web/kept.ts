interface Limits {
  max: number;
  /** How long each is good for, ms. */
  ms: number;
  clock: () => number;
}

/** The latest used of what was made, by key. Whoever asks for what is still being made waits for that; what failed is forgotten. */
export class Kept<T> {
  readonly #entries = new Map<string, { at: number; value: Promise<T> }>();
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const { max, ms, clock } = this.#limits;
    const found = this.#entries.get(key);
    const isGood = found !== undefined && Math.abs(clock() - found.at) < ms;
    const entry = isGood ? found : { at: clock(), value: make() };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > max) this.#entries.delete(this.#entries.keys().next().value!);
    if (!isGood) entry.value.catch(() => this.#forget(key, entry));
    return entry.value;
  }

  #forget(key: string, entry: object): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
