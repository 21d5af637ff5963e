import type { Network } from '../schema/identity.ts';

/** Names are the same in every language. */
export const NETWORK_NAMES: Record<Network, string> = { x: 'X', bluesky: 'Bluesky', mastodon: 'Mastodon' };
