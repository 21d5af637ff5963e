import type { Hosts } from './stand-in.ts';

/**
 * A fetch for which some hosts' https addresses lead to stand-ins; every other address goes to `fallback` as it came.
 * It belongs beneath the server's own safe fetch, whose checks and limits then hold for stand-ins too, and works in
 * front of it as well. A stand-in's redirect is never followed: it rejects, or is answered as it is under `manual`.
 */
export function mappedFetch(hosts: Hosts, fallback: typeof fetch): typeof fetch {
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const origin = url.protocol === 'https:' && url.port === '' ? hosts[url.hostname] : undefined;
    return origin === undefined
      ? fallback(input, init)
      : fetchFrom(origin, url, new Request(input, own(init)));
  };
}

/** Without the safe fetch's own way to connect, which refuses loopback. */
function own(init: RequestInit | undefined): RequestInit | undefined {
  if (init === undefined || !('dispatcher' in init)) return init;
  const { dispatcher: _, ...rest } = init as RequestInit & { dispatcher: unknown };
  return rest;
}

function fetchFrom(origin: string, url: URL, request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('x-forwarded-host', url.hostname);
  headers.set('x-forwarded-proto', 'https');
  const redirect = request.redirect === 'manual' ? 'manual' : 'error';
  return fetch(new Request(`${origin}${url.pathname}${url.search}`, request), { headers, redirect });
}
