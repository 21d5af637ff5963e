import type { Limits } from '#shared/schema/limits.ts';

/** Fetches what a stranger named. Rejects for what is not public https, leads elsewhere, is too long or takes too long. */
export type Outside = (url: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * The one way out to servers that people name: see notes of `@atproto-labs/fetch-node` on what it refuses. It follows no
 * redirect; under `manual` the answer says where it would lead. `beneath` does the fetching itself.
 */
export function createOutside({ outsideMs, outsideBytes }: Limits, beneath?: typeof fetch): Outside {
  const safe = loadOnce(async () => {
    const { safeFetchWrap } = await import('@atproto-labs/fetch-node');
    const bounds = { timeout: outsideMs, responseMaxSize: outsideBytes };
    return safeFetchWrap({ allowIpHost: false, ...bounds, ...(beneath && { fetch: beneath }) });
  });
  return async (url, init) => {
    const fetchSafely = await safe();
    return fetchSafely(url, { ...init, redirect: init?.redirect === 'manual' ? 'manual' : 'error' });
  };
}

function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => (loading ??= load());
}
