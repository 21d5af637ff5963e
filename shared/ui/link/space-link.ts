import type { Space } from '#shared/schema/space.ts';
import type { Found, Outcome } from '#shared/schema/view.ts';

const SHARE_PATH = /^\/s\/([0-7][0-9A-HJKMNP-TV-Z]{25})(?:\/player)?\/?$/;
const HERE = ['localhost', '127.0.0.1'];

/** A Space as a share page's address names it. */
export interface SpaceLink {
  /** The origin of its server. */
  server: string;
  spaceId: string;
}

/** The Space that the page under the popup is about, for shells that can see such a page. */
export interface LinkDesk extends SpaceLink {
  /** Asks its server; one that is not known must first show that it is a Perch server. */
  look(): Promise<Found<Space>>;
  /** Adds its server to those that the person knows. */
  add(): Promise<Outcome>;
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
