import type { SiteAddress } from './hosts.ts';

type Directives = Readonly<Record<string, readonly string[]>>;

const policy = (directives: Directives) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

/** Nothing but what is named. */
function mastodon(host: string, nonce: string): Directives {
  const own = ["'self'", `https://${host}`];
  return {
    'base-uri': ["'none'"],
    'default-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'font-src': own,
    'img-src': ["'self'", 'data:', 'blob:', `https://${host}`],
    'media-src': ["'self'", 'data:', `https://${host}`],
    'manifest-src': own,
    'form-action': ["'self'"],
    'child-src': ["'self'", 'blob:', `https://${host}`],
    'worker-src': ["'self'", 'blob:', `https://${host}`],
    'connect-src': ["'self'", 'data:', 'blob:', `https://${host}`, `wss://${host}`],
    'script-src': [...own, "'wasm-unsafe-eval'"],
    'frame-src': ["'self'", 'https:'],
    'style-src': [...own, `'nonce-${nonce}'`],
  };
}

/** Many hosts of its own, and a nonce. */
function x(nonce: string): Directives {
  const own = ['https://x.com', 'https://*.x.com', 'https://twitter.com', 'https://*.twitter.com'];
  return {
    'default-src': ["'self'"],
    'connect-src': ["'self'", 'blob:', ...own, 'https://*.twimg.com', 'wss://*.pscp.tv'],
    'form-action': ["'self'", ...own],
    'font-src': ["'self'", 'https://*.twimg.com'],
    'frame-src': ["'self'", ...own],
    'img-src': ["'self'", 'blob:', 'data:', ...own, 'https://*.twimg.com'],
    'manifest-src': ["'self'"],
    'media-src': ["'self'", 'blob:', ...own, 'https://*.twimg.com'],
    'object-src': ["'none'"],
    'script-src': ["'self'", "'unsafe-inline'", 'https://*.twimg.com', `'nonce-${nonce}'`],
    'style-src': ["'self'", "'unsafe-inline'", 'https://*.twimg.com'],
    'worker-src': ["'self'", 'blob:'],
  };
}

const ELK: Directives = {
  'default-src': ["'self'"],
  'base-uri': ["'self'"],
  'connect-src': ["'self'", 'https:', 'http:', 'wss:', 'ws:'],
  'font-src': ["'self'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'frame-src': ['https:'],
  'img-src': ["'self'", 'https:', 'http:', 'data:', 'blob:'],
  'manifest-src': ["'self'"],
  'media-src': ["'self'", 'https:', 'http:'],
  'object-src': ["'none'"],
  'script-src': ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'upgrade-insecure-requests': [],
};

/** The policy that a site's pages come with; Bluesky's and Phanpy's come with none. */
export function policyOf({ folder, host }: SiteAddress, nonce: string): string | null {
  if (folder === 'mastodon') return policy(mastodon(host, nonce));
  if (folder === 'x') return policy(x(nonce));
  return folder === 'elk' ? policy(ELK) : null;
}
