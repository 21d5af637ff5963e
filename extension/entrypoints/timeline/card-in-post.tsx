import { signal } from '@preact/signals';
import { render } from 'preact';
import { RefusedContext, ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { Perch } from '#shared/ui/perch.ts';
import { SpaceCard, type SpaceFacts } from '#shared/ui/space-card.tsx';
import type { Found } from '#shared/schema/view.ts';
import type { SpaceLink } from '#shared/schema/space-link.ts';
import type { Space } from '#shared/schema/space.ts';
import { dress, dressAfterFading } from './dress.ts';
import { guardClicks } from './guarded-clicks.ts';
import { createHost, type Host } from './host.ts';

const HIDDEN = 'data-perch-hidden';

export interface CardDeps {
  perch: Perch;
  sheet: CSSStyleSheet;
  /** One Space as its server has it now. */
  read(link: SpaceLink): Promise<Found<Space>>;
}

/** What a post says of a Space: the link, the element that the card comes after, and the site's own cards of the link. */
export interface Mention {
  link: SpaceLink;
  near: Element;
  native: Element[];
}

/** The card of one Space in one post. It is there once the Space's server has said something of it. */
export class CardInPost {
  readonly link: SpaceLink;
  readonly #deps: CardDeps;
  readonly #facts = signal<SpaceFacts | null>(null);
  readonly #gone = new AbortController();
  #mention: Mention;
  #made: Host | null = null;
  #moved = () => {};

  constructor(mention: Mention, deps: CardDeps) {
    this.link = mention.link;
    this.#mention = mention;
    this.#deps = deps;
    void this.ask();
  }

  get host(): HTMLElement | null {
    return this.#made?.host ?? null;
  }

  /** Asks again. What was said before is better than nothing. */
  async ask(): Promise<void> {
    const { found, fault } = await this.#deps.read(this.link);
    if (this.#gone.signal.aborted) return;
    if (found) this.#facts.value = found;
    else if (fault === 'not_found') this.#facts.value = null;
    this.#settle();
  }

  /** The page has drawn the post anew. */
  follow(mention: Mention): void {
    this.#mention = mention;
    this.#settle();
  }

  dress(): void {
    if (this.#made?.host.isConnected) dressAfterFading(this.#made.paper, this.#mention.near);
  }

  end(): void {
    this.#gone.abort();
    this.#show(false);
    if (this.#made) render(null, this.#made.paper);
  }

  #settle(): void {
    this.#show(this.#facts.value !== null);
  }

  /** In the post, and the site's own cards of the same link away; or the other way round. */
  #show(on: boolean): void {
    const { near, native } = this.#mention;
    for (const element of native) element.toggleAttribute(HIDDEN, on);
    if (!on) return this.#made?.host.remove();
    const { host, paper } = (this.#made ??= this.#make());
    if (near.nextSibling === host) return;
    near.parentElement?.insertBefore(host, near.nextSibling);
    this.#moved();
    dress(paper, near);
  }

  #make(): Host {
    const { perch, sheet } = this.#deps;
    const made = createHost('perch-card', { sheet, catalogue: perch.catalogue }, this.#gone.signal);
    const { isRefused, moved } = guardClicks(made.host, made.shadow, this.#gone.signal);
    this.#moved = moved;
    render(
      <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
        <RefusedContext.Provider value={isRefused}>
          <SpaceCard facts={this.#facts} link={this.link} />
        </RefusedContext.Provider>
      </ShellContext.Provider>,
      made.paper,
    );
    return made;
  }
}
