import { hashOfKey, KEY_HASH_LENGTH } from '#shared/schema/identity.ts';

/** Keys, and what cards tell of them: the hash of each, one after the other. */
export interface KeyList {
  keys: string[];
  hashes: string;
}

/** A list of these keys; those that are in `before` keep the hashes that were made of them. */
export async function keyListOf(keys: readonly string[], before: KeyList): Promise<KeyList> {
  const made = new Map(before.keys.map((key, at) => [key, hashAt(before.hashes, at * KEY_HASH_LENGTH)]));
  const hashes = await Promise.all(keys.map((key) => made.get(key) ?? hashOfKey(key)));
  return { keys: [...keys], hashes: hashes.join('') };
}

function hashAt(hashes: string, at: number): string {
  return hashes.slice(at, at + KEY_HASH_LENGTH);
}

function* hashesIn(packed: string): Iterable<string> {
  for (let at = 0; at < packed.length; at += KEY_HASH_LENGTH) yield hashAt(packed, at);
}

/** The keys of all whom the person follows, and the hashes by which cards tell of them. */
export class KnownKeys {
  #keys: ReadonlySet<string> = new Set();
  #hashes: ReadonlySet<string> = new Set();
  /** Another number whenever the keys are other ones. */
  generation = 0;

  get all(): ReadonlySet<string> {
    return this.#keys;
  }

  has = (key: string): boolean => this.#keys.has(key);

  /** These are all from now on. */
  become(lists: readonly KeyList[]): void {
    this.#keys = new Set(lists.flatMap(({ keys }) => keys));
    this.#hashes = new Set(lists.flatMap(({ hashes }) => [...hashesIn(hashes)]));
    this.generation += 1;
  }

  /** Whether somebody whom the person follows may be on the stage of this card; a hash is no proof. */
  mayHit(packed: string): boolean {
    return this.#hashes.size > 0 && [...hashesIn(packed)].some((hash) => this.#hashes.has(hash));
  }
}
