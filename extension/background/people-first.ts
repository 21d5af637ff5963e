import { Fault, isFinal } from '#shared/client/fault.ts';
import { revokeMastodon } from '#shared/client/account-verbs.ts';
import { followedRequest, putFollowed } from '#shared/client/followed-verbs.ts';
import { inOrder } from '#shared/client/listed.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { SpaceReader } from '#shared/client/space-reader.ts';
import type { StartRequest } from '#shared/schema/api.ts';
import type { Card } from '#shared/schema/space.ts';
import type { Listed } from '#shared/schema/view.ts';
import type { FollowsStore } from '../platform/follows-store.ts';
import type { Item, LastPeople } from '../platform/store.ts';
import { Follows, type GivenBack } from './follows/follows.ts';
import { LiveStatuses } from './follows/live-statuses.ts';
import { Reasons } from './follows/reasons.ts';
import { MastodonDomains } from './mastodon-domain.ts';
import type { Servers } from './servers.ts';

/** Between one try to tell the server whom the person follows, and the next. */
const AGAIN_MS = [1_000, 3_000, 10_000, 30_000];

export interface PeopleFirstDeps {
  servers: Servers;
  sessions: SessionKeeper;
  reader: SpaceReader;
  store: FollowsStore;
  shelf: Pick<Item<LastPeople>, 'get' | 'set'>;
  /** The ids of own identities whose follows are read, for those who show that. */
  readShelf: Pick<Item<string[]>, 'set'>;
  fetch: typeof fetch;
  /** The languages of the person, as the first parts of their tags. */
  languages(): readonly string[];
  now(): number;
  wait(ms: number): Promise<void>;
  /** The list is to be shown in another order. */
  onChange(): void;
}

/** The list as this person wants it: their people first, then their languages. */
export class PeopleFirst {
  readonly follows: Follows;
  readonly #deps: PeopleFirstDeps;
  readonly #reasons: Reasons;
  readonly #statuses: LiveStatuses;
  /** The list of home, as it was told last. */
  #cards: readonly Card[] = [];

  constructor(deps: PeopleFirstDeps) {
    this.#deps = deps;
    const { servers, reader, now } = deps;
    const onChange = () => this.#handleNews();
    const domains = new MastodonDomains(deps.fetch);
    this.follows = new Follows({
      ...deps,
      domainOf: (origin) => domains.of(origin),
      onChange: () => this.#handleFollows(),
      revoke: (token) => void this.#revoke(token),
    });
    this.#reasons = new Reasons({
      keys: this.follows.keys,
      read: (spaceId) => reader.read(servers.home, spaceId),
      onChange,
    });
    this.#statuses = new LiveStatuses({
      statuses: () => this.follows.statuses,
      isKnown: (server) => servers.isKnown(server),
      home: () => servers.home.url,
      read: ({ server, spaceId }) => reader.read(servers.clientFor(server), spaceId),
      now,
      onChange,
    });
  }

  async recall(): Promise<void> {
    const [{ reasons, elsewhere }] = await Promise.all([this.#deps.shelf.get(), this.follows.recall()]);
    this.#reasons.recall(reasons);
    this.#statuses.recall(elsewhere);
  }

  /** Somebody looks: whom they follow, and who of them is live, is asked as far as that is due. */
  look(): void {
    void this.follows.look();
    void this.#statuses.look();
  }

  /** The list of home is this one now. */
  take(cards: readonly Card[]): void {
    this.#cards = cards;
    this.#reasons.consider(cards);
  }

  /** Another server is home. */
  moveHome(): void {
    this.#reasons.forget();
    void this.#statuses.look();
  }

  /** The list in the order in which it is shown, each Space with its reason. */
  listed(cards: readonly Card[]): Listed[] {
    const home = cards.map((card): Listed => {
      const why = this.#reasons.whyOf(card);
      return why ? { ...card, why } : card;
    });
    const ids = new Set(cards.map(({ id }) => id));
    const elsewhere = this.#statuses.cards.filter(({ id }) => !ids.has(id));
    return inOrder([...home, ...elsewhere], this.#deps.languages());
  }

  /** Tells the server of a Space of ours, in a way that it cannot read, whom the person follows. Rejects with a `Fault`. */
  async tellFollowed(spaceId: string): Promise<void> {
    const { servers, sessions } = this.#deps;
    const server = servers.of(spaceId);
    const request = await followedRequest(this.follows.keys.all);
    await sessions.use(server, (token) => putFollowed(server, token, spaceId, request));
  }

  /** A Space of ours has begun. */
  started(spaceId: string, { speakPolicy }: StartRequest): void {
    if (speakPolicy === 'followed') void this.insistFollowed(spaceId);
  }

  /** As `tellFollowed` for a Space that has just begun: until its server knows them, everybody waits for the host's word. */
  async insistFollowed(spaceId: string): Promise<void> {
    for (const ms of AGAIN_MS) {
      try {
        return await this.tellFollowed(spaceId);
      } catch (error) {
        if (!(error instanceof Fault) || isFinal(error.code)) return;
        await this.#deps.wait(ms);
      }
    }
  }

  #handleFollows(): void {
    this.#reasons.consider(this.#cards);
    void this.#statuses.look();
    void this.#deps.readShelf.set(this.follows.readIdentities);
    this.#deps.onChange();
  }

  #handleNews(): void {
    this.#deps.onChange();
    void this.#deps.shelf.set({ reasons: this.#reasons.all, elsewhere: [...this.#statuses.cards] });
  }

  /** What cannot be told now is forgotten here all the same. */
  async #revoke({ home, ...body }: GivenBack): Promise<void> {
    try {
      await revokeMastodon(this.#deps.servers.at(home), body);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
}
