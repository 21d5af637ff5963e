import { Fault } from '#shared/client/fault.ts';
import { cardHostedBy } from '#shared/client/listed.ts';
import { identityKey } from '#shared/schema/identity.ts';
import { spaceLinkOf, type SpaceLink } from '#shared/schema/space-link.ts';
import type { Space } from '#shared/schema/space.ts';
import type { Listed } from '#shared/schema/view.ts';
import type { LiveStatus } from './bluesky.ts';

/** Statuses that are looked into at once; nobody follows so many who are live in Spaces. */
const LOOKED_INTO_MAX = 50;

export interface LiveStatusesDeps {
  /** Null while they are not known. */
  statuses(): readonly LiveStatus[] | null;
  isKnown(server: string): boolean;
  home(): string;
  /** A Space at a server that the person knows. Rejects with a `Fault`. */
  read(link: SpaceLink): Promise<Space>;
  now(): number;
  onChange(): void;
}

/** The Space that a status names, where the person knows its server; what it says of it is only a claim. */
export function claimOf(
  { did, uri, until }: LiveStatus,
  { isKnown, now }: Pick<LiveStatusesDeps, 'isKnown' | 'now'>,
): (SpaceLink & { did: string }) | null {
  const link = spaceLinkOf(uri);
  if (!link || !isKnown(link.server) || (until !== null && until <= now())) return null;
  return { ...link, did };
}

/** Spaces that followed people say they host, by their live status, and that their servers confirm. */
export class LiveStatuses {
  readonly #deps: LiveStatusesDeps;
  #cards: readonly Listed[] = [];
  #isLooking = false;

  constructor(deps: LiveStatusesDeps) {
    this.#deps = deps;
  }

  get cards(): readonly Listed[] {
    return this.#cards;
  }

  /** What a stopped worker knew, until it is confirmed again. */
  recall(cards: readonly Listed[]): void {
    this.#cards = cards;
  }

  /** Asks the servers again what is true of each claim. */
  async look(): Promise<void> {
    const statuses = this.#deps.statuses();
    if (this.#isLooking || !statuses) return;
    this.#isLooking = true;
    try {
      const claims = statuses.flatMap((status) => claimOf(status, this.#deps) ?? []);
      const found = await Promise.all(claims.slice(0, LOOKED_INTO_MAX).map((claim) => this.#confirm(claim)));
      const cards = oneEach(found.flatMap((card) => card ?? []));
      const isNews = JSON.stringify(cards) !== JSON.stringify(this.#cards);
      this.#cards = cards;
      if (isNews) this.#deps.onChange();
    } finally {
      this.#isLooking = false;
    }
  }

  async #confirm({ did, ...link }: SpaceLink & { did: string }): Promise<Listed | null> {
    try {
      const card = cardHostedBy(await this.#deps.read(link), identityKey('at', did));
      if (!card || link.server === this.#deps.home()) return card;
      return { ...card, server: link.server };
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }
}

/** An id that two servers claim is the first one's. */
function oneEach(cards: readonly Listed[]): Listed[] {
  const byId = new Map<string, Listed>();
  for (const card of cards) if (!byId.has(card.id)) byId.set(card.id, card);
  return [...byId.values()];
}
