import type { SoftwareId } from '#shared/schema/site.ts';

/** By what a page shows that it is made with it: all of these match. Seen 2026-11-22. */
export const SOFTWARE: Readonly<Record<SoftwareId, readonly string[]>> = {
  // Mastodon 4.3 to 4.7 and glitch-soc 839591f. Present is enough: what the script holds is the person's own and is never read.
  mastodon: ['#mastodon', 'script#initial-state'],
  // Phanpy 0340050.
  phanpy: ['#home-page.deck-container'],
  // Elk ae4ebf3.
  elk: ['#__nuxt', '[aria-roledescription="status-card"]'],
  // social-app 1.132.0 and its forks.
  bluesky: ['[data-testid="HomeScreen"]'],
};

/**
 * The id of the software that the page is made with, or null for none of these. It is sent into pages as it is written
 * here, so it uses nothing but what it is given and the document.
 */
export function recognise(software: Readonly<Record<string, readonly string[]>>): string | null {
  for (const [id, selectors] of Object.entries(software)) {
    if (selectors.every((selector) => document.querySelector(selector) !== null)) return id;
  }
  return null;
}
