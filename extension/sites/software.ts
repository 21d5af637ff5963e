/** By what a page shows that it is made with it: all of these match. Seen 2026-11-22. */
export const SOFTWARE: Readonly<Record<string, readonly string[]>> = {
  // Present is enough: what the script holds is the person's own and is never read.
  mastodon: ['#mastodon', 'script#initial-state'],
  phanpy: ['#home-page.deck-container'],
  elk: ['#__nuxt', '[aria-roledescription="status-card"]'],
  bluesky: ['[data-testid="HomeScreen"]'],
};

/** The id of the software that a page is made with, or null for none that Perch knows. */
export function recognise(document: Document): string | null {
  const found = Object.entries(SOFTWARE).find(([, selectors]) =>
    selectors.every((selector) => document.querySelector(selector)),
  );
  return found?.[0] ?? null;
}
