import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import type { Network } from '#shared/schema/identity.ts';

/** A name of a network account as the server takes it, from whatever a person writes or pastes; null when it is none. */
export function whoIn(network: Network, text: string): string | null {
  const bare = text.trim();
  if (network === 'x') return '';
  if (network === 'bluesky') return blueskyIn(bare);
  const host = hostIn(bare);
  return host && /^@?[^@\s/]+@/.test(bare) ? bare : host;
}

/** The Mastodon server in what a person wrote. */
export function hostIn(text: string): string | null {
  const host = v.safeParse(HostNameSchema, text);
  return host.success ? host.output : null;
}

function blueskyIn(text: string): string | null {
  const name = text.replace(/^https?:\/\/[^/]+\/profile\/([^/?#]+).*$/i, '$1').replace(/^@/, '');
  return /^did:[a-z]+:\S+$/.test(name) ? name : hostIn(name);
}
