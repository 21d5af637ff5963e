/** Where a test may send a fixture site, by the site's own navigation. */
export type Place = 'home' | 'notifications' | 'profile' | 'post';

/** What a fixture site tells tests, and how they make it misbehave: `window.fixture` in its page. */
export interface Fixture {
  /** Single-letter hotkeys that the page handled, on the document. */
  readonly keys: string[];
  /** Ids of the posts that were opened, by click or key. */
  readonly opened: string[];
  /** Types of events that reached the document from an element of Perch. */
  readonly leaks: string[];
  readonly themes: readonly string[];
  /** How many feed tabs its home has; 1 when it has none. */
  readonly tabs: number;
  /** Posts in the list now. */
  readonly loaded: number;
  go(place: Place): void;
  theme(name: string): void;
  tab(index: number): void;
  openModal(): void;
  closeModal(): void;
  /** New posts at the top, as when they stream in. */
  prepend(count: number): void;
  /** New posts that wait behind the site's button, where it has one. */
  announce(count: number): void;
  /** Loads on until this many posts are in the list. */
  growTo(count: number): Promise<void>;
  /** The parent of the bar's anchor and the anchor are replaced in one task. */
  replaceColumn(): void;
  /** The whole app is taken down and put up again, in one task. */
  remount(): void;
  hideTimeline(): void;
  showTimeline(): void;
  /** The document gets another body, with the app drawn anew. */
  rewrite(): void;
}

declare global {
  interface Window {
    fixture: Fixture;
  }
}
