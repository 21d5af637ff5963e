const HOLD_MS = 2_000;

/** Who is cutting out. A connection wavers: whatever is so for less than two seconds is not said, nor taken back. */
export class Cuts {
  #shown = new Set<string>();
  /** Since when it is otherwise than shown, by participant id. */
  readonly #since = new Map<string, number>();

  /** Answers those to name, from those whose connection is bad at this moment (milliseconds, by any clock). */
  next(bad: ReadonlySet<string>, at: number): ReadonlySet<string> {
    for (const id of new Set([...bad, ...this.#shown])) {
      if (bad.has(id) === this.#shown.has(id)) {
        this.#since.delete(id);
        continue;
      }
      const since = this.#since.get(id) ?? at;
      this.#since.set(id, since);
      if (at - since >= HOLD_MS) this.#turn(id, bad.has(id));
    }
    for (const id of this.#since.keys()) {
      if (!bad.has(id) && !this.#shown.has(id)) this.#since.delete(id);
    }
    return this.#shown;
  }

  /** Whether what is shown may change by time alone. */
  get isWavering(): boolean {
    return this.#since.size > 0;
  }

  #turn(id: string, isBad: boolean): void {
    this.#since.delete(id);
    this.#shown = new Set(this.#shown);
    if (isBad) this.#shown.add(id);
    else this.#shown.delete(id);
  }
}
