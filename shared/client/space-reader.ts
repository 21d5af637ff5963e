import type { FaultCode } from '#shared/schema/errors.ts';
import type { Card, Space } from '#shared/schema/space.ts';
import { Fault } from './fault.ts';
import type { ServerClient } from './server-client.ts';
import { Turnstile } from './turnstile.ts';

const FRESH_MS = 10_000;
const KEPT_MAX = 200;

/** Faults of one Space, which say nothing against its server. */
const ABOUT_SPACE: readonly FaultCode[] = ['not_found', 'space_ended'];

export interface SpaceReaderDeps {
  /** The Space's card in a list that is up to date; undefined where there is none. */
  cardOf(server: ServerClient, spaceId: string): Card | undefined;
  now(): number;
}

type Answer = { space: Space } | { fault: FaultCode };
type Reading = Answer & { at: number };

/**
 * Reads Spaces for those who only look. Each is asked for once at a time and not again while its answer is fresh; a server
 * that fails is left alone for a while, so that a bad one costs nothing.
 */
export class SpaceReader {
  readonly #deps: SpaceReaderDeps;
  /** By server and id: a hostile server may claim the id of another's Space. The longest kept comes first. */
  readonly #kept = new Map<string, Reading>();
  readonly #asking = new Map<string, Promise<Space>>();
  readonly #turnstiles = new Map<string, Turnstile>();

  constructor(deps: SpaceReaderDeps) {
    this.#deps = deps;
  }

  /** Rejects with a `Fault`. */
  read(server: ServerClient, spaceId: string): Promise<Space> {
    const key = keyOf(server.url, spaceId);
    const kept = this.#kept.get(key);
    const card = this.#deps.cardOf(server, spaceId);
    if (kept && this.#isFresh(kept, card)) return answerOf(kept, card);
    const asking = this.#asking.get(key) ?? this.#ask(key, server, spaceId);
    this.#asking.set(key, asking);
    return asking;
  }

  /** What somebody else has just read. */
  note({ url }: ServerClient, space: Space): void {
    this.#keep(keyOf(url, space.id), { space });
  }

  /** It is heard from elsewhere that this server is well again. */
  forgive({ url }: ServerClient): void {
    this.#turnstiles.get(url)?.forgive();
  }

  titleOf(url: string, spaceId: string): string | undefined {
    const kept = this.#kept.get(keyOf(url, spaceId));
    return kept && 'space' in kept ? kept.space.title : undefined;
  }

  #isFresh(kept: Reading, card: Card | undefined): boolean {
    const isYoung = this.#deps.now() - kept.at < FRESH_MS;
    if ('fault' in kept) return isYoung && !card;
    const { state, v } = kept.space;
    if (state === 'ended') return true;
    return card ? v >= card.v : isYoung;
  }

  async #ask(key: string, server: ServerClient, spaceId: string): Promise<Space> {
    const turnstile = this.#turnstiles.get(server.url) ?? new Turnstile(this.#deps.now);
    this.#turnstiles.set(server.url, turnstile);
    try {
      const space = await turnstile.pass(() => server.fetchSpace(spaceId), isAboutSpace);
      this.#keep(key, { space });
      return space;
    } catch (error) {
      if (isAboutSpace(error)) this.#keep(key, { fault: error.code });
      throw error;
    } finally {
      this.#asking.delete(key);
    }
  }

  #keep(key: string, answer: Answer): void {
    this.#kept.delete(key);
    this.#kept.set(key, { ...answer, at: this.#deps.now() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_MAX) this.#kept.delete(oldest!);
  }
}

const keyOf = (url: string, spaceId: string) => `${url}/${spaceId}`;

function isAboutSpace(error: unknown): error is Fault {
  return error instanceof Fault && ABOUT_SPACE.includes(error.code);
}

/** The list knows the counts better. */
async function answerOf(kept: Reading, card: Card | undefined): Promise<Space> {
  if ('fault' in kept) throw new Fault(kept.fault);
  return card && kept.space.v === card.v ? { ...kept.space, ...card } : kept.space;
}
