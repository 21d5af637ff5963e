const SHARE_PATH = /^\/s\/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:\/player)?\/?$/;
const HERE = ['localhost', '127.0.0.1'];

/** A Space as a share page's address names it. */
export interface SpaceLink {
  /** The origin of its server. */
  server: string;
  spaceId: string;
}

/** The Space whose share page is at this address: https, or http on this computer; null for any other address. */
export function spaceLinkOf(address: string): SpaceLink | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin, pathname, username, password } = new URL(address);
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && HERE.includes(hostname));
  const [, spaceId] = SHARE_PATH.exec(pathname) ?? [];
  return isAllowed && spaceId && !username && !password ? { server: origin, spaceId } : null;
}

/** How a server is called where people read it. */
export function hostOf(server: string): string {
  return new URL(server).host;
}
