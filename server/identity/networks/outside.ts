import type { Limits } from '#shared/schema/limits.ts';

/** Fetches what a stranger named. Rejects for what is not public https, leads elsewhere, is too long or takes too long. */
export type Outside = (url: string | URL, init?: RequestInit) => Promise<Response>;

/**
 * The one way out to servers that people name; `fetch_` stands beneath the checks. No redirect is followed: under `manual`
 * the answer says where it would lead.
 */
export function createOutside({ outsideMs, outsideBytes }: Limits, fetch_ = fetch): Outside {
  const safe = loadOnce(async () => {
    const { safeFetchWrap } = await import('@atproto-labs/fetch-node');
    return safeFetchWrap({
      fetch: fetch_,
      allowIpHost: false,
      timeout: outsideMs,
      responseMaxSize: outsideBytes,
    });
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
