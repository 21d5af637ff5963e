import type { BlueskyOptions } from '../../../server/identity/networks/bluesky/bluesky.ts';
import type { Outside } from '../../../server/identity/networks/outside.ts';

/** Where Bluesky's own servers are on this machine. */
export interface Addresses {
  pdsUrl: string;
  plcUrl: string;
  appViewUrl?: string | undefined;
}

/** The way out of a server under test: to these servers, and to handles that end in `.test`; else as `fallback` does. */
export function outsideAt({ pdsUrl, plcUrl, appViewUrl }: Addresses, fallback: Outside): Outside {
  const known = [pdsUrl, plcUrl, appViewUrl].map((url) => url && new URL(url).origin);
  return (input, init) => {
    const url = new URL(input);
    if (known.includes(url.origin)) return fetch(url, { ...init, redirect: 'error' });
    if (!url.hostname.endsWith('.test')) return fallback(input, init);
    const headers = { 'x-forwarded-host': url.hostname };
    return fetch(`${pdsUrl}${url.pathname}`, { headers, signal: init?.signal ?? null, redirect: 'error' });
  };
}

/** How a server under test is told of them. */
export function blueskyAt({
  plcUrl,
}: Addresses): Pick<BlueskyOptions, 'plcDirectoryUrl' | 'allowHttp' | 'resolveTxt'> {
  return { plcDirectoryUrl: plcUrl, allowHttp: true, resolveTxt: async () => null };
}
