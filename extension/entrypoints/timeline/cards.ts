import type { SpaceLink } from '#shared/schema/space-link.ts';
import type { Site } from '../../sites/site.ts';
import { spaceLinkIn } from '../../sites/space-link.ts';
import { CardInPost, type CardDeps, type Mention } from './card-in-post.tsx';

/** A card in sight asks again after this. */
const AGAIN_MS = 20_000;

/** The cards of Spaces that posts link to, one a post, until the signal aborts. */
export class Cards {
  readonly #site: Site;
  readonly #deps: CardDeps;
  readonly #cards = new Map<Element, CardInPost>();

  constructor(site: Site, deps: CardDeps, signal: AbortSignal) {
    this.#site = site;
    this.#deps = deps;
    const timer = setInterval(() => this.#askAgain(), AGAIN_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      for (const post of this.#cards.keys()) this.#end(post);
    });
  }

  /** Puts a card into a post that links to a Space, or takes it away. */
  look(post: Element): void {
    const mention = this.#mentionIn(post);
    const card = this.#cards.get(post);
    if (card && mention && isSame(card.link, mention.link)) return card.follow(mention);
    this.#end(post);
    if (mention) this.#cards.set(post, new CardInPost(mention, this.#deps));
  }

  /** Ends the cards whose posts the page has thrown away. */
  prune(): void {
    for (const post of this.#cards.keys()) if (!post.isConnected) this.#end(post);
  }

  /** The list of live Spaces is another one: what was live may be over. */
  refresh(): void {
    for (const card of this.#cards.values()) void card.ask();
  }

  dress(): void {
    for (const card of this.#cards.values()) card.dress();
  }

  #mentionIn(post: Element): Mention | null {
    const { links, native, text } = this.#site;
    let link: SpaceLink | null = null;
    const addresses = new Set<string>();
    for (const element of post.querySelectorAll<HTMLAnchorElement>(links)) {
      const found = this.#linkOf(element);
      if (!found || (link && !isSame(link, found))) continue;
      link = found;
      addresses.add(element.href);
    }
    if (!link) return null;
    // A site's own card may lead to the address that it made of the link, or to the one that was written.
    const own = [...post.querySelectorAll(native)].filter((card) => {
      const anchor = card.closest('a') ?? card.querySelector('a');
      return anchor && (addresses.has(anchor.href) || isSame(this.#linkOf(anchor), link));
    });
    const near = post.querySelector(text) ?? own[0]?.previousElementSibling;
    return near ? { link, near, native: own } : null;
  }

  #linkOf(element: HTMLAnchorElement): SpaceLink | null {
    const { server, servers } = this.#deps.perch.view.value;
    const known = server ? [server, ...servers] : servers;
    return spaceLinkIn(this.#site.hrefOf?.(element) ?? element.href, known);
  }

  #askAgain(): void {
    this.prune();
    for (const card of this.#cards.values()) if (isInWindow(card.host)) void card.ask();
  }

  #end(post: Element): void {
    this.#cards.get(post)?.end();
    this.#cards.delete(post);
  }
}

function isSame(one: SpaceLink | null, other: SpaceLink | null): boolean {
  return one?.server === other?.server && one?.spaceId === other?.spaceId;
}

function isInWindow(host: HTMLElement | null): boolean {
  if (!host?.isConnected || document.visibilityState !== 'visible') return false;
  const { top, bottom } = host.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
