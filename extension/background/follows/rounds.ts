import { identityKey } from '#shared/schema/identity.ts';
import { fetchBlueskyPage, type LiveStatus } from './bluesky.ts';

/** Whom one account follows at most, as far as Perch keeps it. */
export const FOLLOWS_MAX = 10_000;
/** A turn asks for so many pages of a hundred, so that who follows few people hears of each of them in every turn. */
const PAGES_MIN = 3;
/** And for no fewer than bring the whole list in an hour of turns. */
const TURNS_AN_HOUR = 12;
const PAGE = 100;

/**
 * The list of one Bluesky account, read in turns that go on where the one before ended: three requests every five minutes
 * for up to 3,600 follows. So statuses are no older than five minutes for up to 300 follows, and an hour for all others.
 */
export class BlueskyRounds {
  readonly #fetch: typeof fetch;
  readonly #did: string;
  readonly #statuses = new Map<string, LiveStatus>();
  #cursor: string | null = null;
  #keys: string[] = [];
  #isBegun = false;

  constructor(fetch_: typeof fetch, did: string) {
    this.#fetch = fetch_;
    this.#did = did;
  }

  /** Null before the first turn was over. */
  get statuses(): LiveStatus[] | null {
    return this.#isBegun ? [...this.#statuses.values()] : null;
  }

  /** Reads on; answers all keys when the list came to its end. `known` is how many there were last time, null to read all now. */
  async turn(known: number | null): Promise<string[] | null> {
    const pages =
      known === null
        ? Number.POSITIVE_INFINITY
        : Math.max(PAGES_MIN, Math.ceil(known / PAGE / TURNS_AN_HOUR));
    try {
      for (let page = 0; page < pages; page += 1) if (await this.#readPage()) return this.#finish();
      return null;
    } catch (error) {
      // Where it broke off may be no place to go on from.
      this.#restart();
      throw error;
    } finally {
      this.#isBegun = true;
    }
  }

  /** True after the last one. */
  async #readPage(): Promise<boolean> {
    const { keys, statuses, cursor } = await fetchBlueskyPage(this.#fetch, this.#did, this.#cursor);
    for (const key of keys) this.#statuses.delete(key);
    for (const status of statuses) this.#statuses.set(identityKey('at', status.did), status);
    this.#keys.push(...keys);
    this.#cursor = cursor;
    return cursor === null || keys.length === 0 || this.#keys.length >= FOLLOWS_MAX;
  }

  #finish(): string[] {
    const keys = [...new Set(this.#keys)].slice(0, FOLLOWS_MAX);
    const still = new Set(keys);
    for (const key of this.#statuses.keys()) if (!still.has(key)) this.#statuses.delete(key);
    this.#restart();
    return keys;
  }

  #restart(): void {
    this.#cursor = null;
    this.#keys = [];
  }
}
