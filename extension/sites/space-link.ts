import { spaceLinkOf, type SpaceLink } from '#shared/schema/space-link.ts';

/** Reads the address of a share page, as a link has it or as a page shows it; null for anything else and for strangers. */
export function spaceLinkIn(text: string, servers: readonly string[]): SpaceLink | null {
  const address = text.trim();
  // Most links are none, and reading an address takes its time.
  if (!address.includes('/s/')) return null;
  const link = spaceLinkOf(/^https?:/.test(address) ? address : `https://${address}`);
  return link && servers.includes(link.server) ? link : null;
}
