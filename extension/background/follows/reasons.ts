import { whyOf } from '#shared/client/listed.ts';
import { Fault } from '#shared/client/fault.ts';
import type { Card, Space } from '#shared/schema/space.ts';
import type { Why } from '#shared/schema/view.ts';
import type { KnownKeys } from './known-keys.ts';

export interface ReasonsDeps {
  keys: KnownKeys;
  /** A Space at home as its server has it. Rejects with a `Fault`. */
  read(spaceId: string): Promise<Space>;
  /** A reason is known, or is none any more. */
  onChange(): void;
}

interface Confirmed {
  /** What was confirmed: the card with its hashes, and whom the person followed then. */
  of: string;
  why: Why | null;
}

/** Why cards are of interest: the hash on a card only says where to ask, and the Space itself is believed. */
export class Reasons {
  readonly #deps: ReasonsDeps;
  readonly #confirmed = new Map<string, Confirmed>();
  readonly #asking = new Set<string>();
  /** The list as it was considered last. */
  #cards: ReadonlyMap<string, Card> = new Map();

  constructor(deps: ReasonsDeps) {
    this.#deps = deps;
  }

  /** What a stopped worker knew, until it is confirmed again. */
  recall(reasons: Readonly<Record<string, Why>>): void {
    for (const [id, why] of Object.entries(reasons)) this.#confirmed.set(id, { of: '', why });
  }

  get all(): Record<string, Why> {
    return Object.fromEntries([...this.#confirmed].flatMap(([id, { why }]) => (why ? [[id, why]] : [])));
  }

  /** Null until it is confirmed. While a newer version is asked for, what was true of the one before stands. */
  whyOf(card: Card): Why | null {
    if (!this.#deps.keys.mayHit(card.keys)) return null;
    return this.#confirmed.get(card.id)?.why ?? null;
  }

  /** Asks about those cards that somebody whom the person follows may be on. */
  consider(cards: readonly Card[]): void {
    this.#cards = new Map(cards.map((card) => [card.id, card]));
    for (const id of this.#confirmed.keys()) if (!this.#cards.has(id)) this.#confirmed.delete(id);
    for (const card of cards) this.#consider(card);
  }

  /** Another server is home. */
  forget(): void {
    this.#confirmed.clear();
  }

  #consider(card: Card): void {
    if (this.#deps.keys.mayHit(card.keys)) this.#ask(card);
  }

  #ask(card: Card): void {
    const { id } = card;
    const of = this.#stampOf(card);
    if (this.#confirmed.get(id)?.of === of || this.#asking.has(id)) return;
    this.#asking.add(id);
    void this.#confirm(id, of).finally(() => {
      this.#asking.delete(id);
      const latest = this.#cards.get(id);
      if (latest && this.#stampOf(latest) !== of) this.#consider(latest);
    });
  }

  #stampOf({ v, keys }: Card): string {
    return `${v} ${keys} ${this.#deps.keys.generation}`;
  }

  async #confirm(id: string, of: string): Promise<void> {
    try {
      const why = whyOf(await this.#deps.read(id), this.#deps.keys.has);
      const before = this.#confirmed.get(id)?.why ?? null;
      this.#confirmed.set(id, { of, why });
      if (JSON.stringify(before) !== JSON.stringify(why)) this.#deps.onChange();
    } catch (error) {
      // The next list asks again.
      if (!(error instanceof Fault)) throw error;
    }
  }
}
