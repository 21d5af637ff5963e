import type { Context } from 'hono';
import type { PageKind } from '../web/page.ts';
import type { AppEnv } from './env.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { serverUrl, signalUrl, type Where } from './signal-url.ts';

/** Whoever frames the player frames no microphone: it only listens. */
const ALLOWED: Record<PageKind | 'moderation' | 'privacy', { frame: string; microphone: string }> = {
  page: { frame: "'none'", microphone: '(self)' },
  player: { frame: '*', microphone: '()' },
  moderation: { frame: "'none'", microphone: '()' },
  privacy: { frame: "'none'", microphone: '()' },
};

/** What a page of ours may do, in the browser's terms: its own scripts and styles, its own server, and sound. */
export function pageHeaders(
  c: Context<AppEnv>,
  kind: keyof typeof ALLOWED,
  where: Where,
): Record<string, string> {
  const { frame, microphone } = ALLOWED[kind];
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connections(c, where).join(' ')}`,
    "media-src 'self' blob: mediastream:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frame}`,
  ];
  return {
    ...SECURITY_HEADERS,
    'content-security-policy': policy.join('; '),
    'permissions-policy': `microphone=${microphone}, camera=(), geolocation=(), display-capture=()`,
  };
}

/** Not every browser counts a WebSocket to the same host as `'self'`, and signalling stands at `PUBLIC_URL`, wherever the page was opened. */
function connections(c: Context<AppEnv>, where: Where): string[] {
  const addresses = [c.req.url, serverUrl(c, where), signalUrl(c, where)].map((address) => new URL(address));
  const sources = addresses.flatMap(({ protocol, host }) => {
    const secure = protocol === 'https:' || protocol === 'wss:' ? 's' : '';
    return [`http${secure}://${host}`, `ws${secure}://${host}`];
  });
  return ["'self'", ...new Set(sources)];
}
