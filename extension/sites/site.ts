/** Where the bar belongs: in `parent`, right before `before` (at the end when null). */
export interface Anchor {
  parent: Element;
  before: Element | null;
  /** The neighbour whose colours, lines and font the bar takes. */
  near: Element;
  /** The better place is not there yet, so it is asked for again with every change. */
  isMakeshift?: boolean;
}

/** What an address is: the home timeline, something that opens over whatever was there, or another place. */
export type Route = 'home' | 'over' | 'elsewhere';

/** What Perch knows about one social site. An adapter reads, and only what it names here; it never changes the page. */
export interface Site {
  id: string;
  /** Hosts known by name; on others the person's grant and the page itself must tell. */
  hosts: readonly string[];
  /** Anchors match on other routes too. */
  route(url: URL): Route;
  /** The place for the bar now, or null while the page has none. */
  anchor(document: Document): Anchor | null;
  /** The nearest ancestor of all the rest that the page keeps. */
  stable: string;
  /** Attributes of the page's root or body that change with its theme. */
  themedBy: string[];
  /** Every post that is really there. */
  post: string;
  /** The keys of a post's author (see `identityKey`); `domain` completes names that leave it out. */
  keys(post: Element, domain: string | null): string[];
  /** Whether names leave out the domain of their own server. */
  hasLocalNames?: boolean;
  /** What the ring is drawn round, or null where there is nothing or the site draws its own. */
  avatar(post: Element): Element | null;
  /** Words for the style sheet: how the ring fits here. */
  ring: string;
  /** Links that a person wrote into a post, as far as they may lead to a Space. */
  links: string;
  /** Where a link leads; left out, it is its address. */
  hrefOf?(link: HTMLAnchorElement): string;
  /** The text of a post: the card of a Space comes after it. */
  text: string;
  /** The site's own preview cards of links. */
  native: string;
  /** Every selector by its name, for the adapter's health. */
  selectors: Readonly<Record<string, string>>;
}

/** The first that a person could see. */
export function firstVisible(document: Document, selector: string): Element | null {
  return [...document.querySelectorAll(selector)].find((element) => element.checkVisibility()) ?? null;
}

/** An anchor before an element. */
export function before(element: Element | null | undefined): Anchor | null {
  const parent = element?.parentElement;
  return element && parent ? { parent, before: element, near: element } : null;
}

/** The same place, until there is a better one. */
export function makeshift(anchor: Anchor | null): Anchor | null {
  return anchor && { ...anchor, isMakeshift: true };
}

/** An anchor before all that the page has put into an element. */
export function firstIn(parent: Element | null): Anchor | null {
  if (!parent) return null;
  const own = [...parent.children].find(({ localName }) => localName !== 'perch-bar') ?? null;
  // The first child may be a banner in a colour of its own.
  return { parent, before: own, near: parent };
}

/** The path of a link of the site itself, without its first slash. */
export function pathOf(link: Element | null): string | null {
  const href = link?.getAttribute('href');
  return href ? new URL(href, 'https://site.invalid').pathname.slice(1) : null;
}
