/** Where the bar belongs: in `parent`, right before `before` (at the end when null). */
export interface Anchor {
  parent: Element;
  before: Element | null;
  /** The neighbour whose colours, lines and font the bar takes. */
  near: Element;
}

/** What Perch knows about one social site. An adapter reads; it never changes the page. */
export interface Site {
  id: string;
  matches(url: URL): boolean;
  /** Whether this address is the home timeline; anchors match on other routes too. */
  isHome(url: URL): boolean;
  /** The place for the bar now, or null while the page has none. */
  anchor(document: Document): Anchor | null;
  /** The nearest ancestor of the anchor that the page keeps. */
  stable(document: Document): Element;
  /** Attributes that change with the page's theme, and the element that carries them. */
  theme(document: Document): { element: Element; attributes: string[] };
}
