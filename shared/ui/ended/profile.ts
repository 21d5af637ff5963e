import type { Network } from '#shared/schema/identity.ts';

const HANDLE = {
  mastodon: /^@?([^@/?#\s]+)@([^@/?#\s]+)$/,
  bluesky: /^@?([a-z0-9.-]+)$/i,
  x: /^@?(\w+)$/,
} satisfies Record<Network, RegExp>;

/** The page of somebody on their network; null for a handle that none can be made of. */
export function profileOf(network: Network, handle: string): string | null {
  const [, name, host] = HANDLE[network].exec(handle) ?? [];
  if (!name) return null;
  switch (network) {
    case 'mastodon':
      return URL.canParse(`https://${host}`) ? `https://${host}/@${encodeURIComponent(name)}` : null;
    case 'bluesky':
      return `https://bsky.app/profile/${name}`;
    case 'x':
      return `https://x.com/${name}`;
    default:
      return network satisfies never;
  }
}
