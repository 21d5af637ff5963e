const SHARE_PATH = /^\/s\/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:\/player)?\/?$/;

/** A Space that a post links to, on a server that is known. */
export interface SpaceLink {
  /** The server's origin. */
  server: string;
  spaceId: string;
}

/** Reads the address of a share page, as a link has it or as a page shows it; null for anything else and for strangers. */
export function spaceLinkIn(text: string, servers: readonly string[]): SpaceLink | null {
  const address = text.trim();
  if (!address.includes('/s/')) return null;
  const url = URL.parse(/^https?:/.test(address) ? address : `https://${address}`);
  const spaceId = url && SHARE_PATH.exec(url.pathname)?.[1];
  return spaceId && servers.includes(url.origin) ? { server: url.origin, spaceId } : null;
}
