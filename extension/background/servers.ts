import { Fault } from '#shared/client/fault.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import type { Item, Place } from '../platform/store.ts';

/** The Space that the person is in, and the one that they may still be leaving. */
const PLACES_MAX = 2;

export interface ServersDeps {
  /** Home until what was kept is back. */
  home: string;
  homeShelf: Pick<Item<string>, 'get'>;
  othersShelf: Pick<Item<string[]>, 'get'>;
  placesShelf: Pick<Item<Place[]>, 'get' | 'set'>;
  fetch: typeof fetch;
}

/** The home server, the others that the person has added, and which of them the Space is at that the person is in. */
export class Servers {
  readonly #deps: ServersDeps;
  readonly #clients = new Map<string, ServerClient>();
  #home: string;
  #added: readonly string[] = [];
  /** The newest first. An id alone does not tell: a hostile server may claim that of another's Space. */
  #places: readonly Place[] = [];

  constructor(deps: ServersDeps) {
    this.#deps = deps;
    this.#home = deps.home;
  }

  async recall(): Promise<void> {
    const { homeShelf, othersShelf, placesShelf } = this.#deps;
    [this.#home, this.#added, this.#places] = await Promise.all([
      homeShelf.get(),
      othersShelf.get(),
      placesShelf.get(),
    ]);
  }

  /** Where the list comes from, where Spaces are hosted and where the person is known. */
  get home(): ServerClient {
    return this.at(this.#home);
  }

  moveHome(url: string): void {
    this.#home = url;
  }

  /** All that the person has added, which may be home by now. */
  get added(): readonly string[] {
    return this.#added;
  }

  get others(): string[] {
    return this.#added.filter((url) => url !== this.#home);
  }

  takeOthers(urls: readonly string[]): void {
    this.#added = urls;
  }

  isKnown(url: string): boolean {
    return url === this.#home || this.#added.includes(url);
  }

  /** A server that the person knows, home when left out; throws `bad_address` for any other. */
  clientFor(url = this.#home): ServerClient {
    if (!this.isKnown(url)) throw new Fault('bad_address');
    return this.at(url);
  }

  /** Any server, also one that the person has not added. */
  at(url: string): ServerClient {
    const client = this.#clients.get(url) ?? new ServerClient(url, this.#deps.fetch);
    this.#clients.set(url, client);
    return client;
  }

  /** From now on this Space means the one at that server. */
  settle(spaceId: string | null, { url: server }: ServerClient): void {
    this.#places = [{ spaceId, server }, ...this.#places].slice(0, PLACES_MAX);
    void this.#deps.placesShelf.set([...this.#places]);
  }

  /** The server of a Space that the person is in, or was a moment ago; home for any other. */
  of(spaceId: string | null): ServerClient {
    const place = spaceId === null ? undefined : this.#places.find((one) => one.spaceId === spaceId);
    return place && this.isKnown(place.server) ? this.at(place.server) : this.home;
  }

  /** The origin of that Space's server where it is not home. */
  abroad(spaceId: string | null): string | null {
    const { url } = this.of(spaceId);
    return url === this.#home ? null : url;
  }

  /** The server of the Space that the person last went into. */
  get last(): string {
    return this.#places[0]?.server ?? this.#home;
  }
}
