import { Fault } from '#shared/client/fault.ts';
import type { FollowRow } from '../../platform/follows-store.ts';
import { fetchMastodonPage, findMastodon, hidesFollows, type MastodonPlace } from './mastodon.ts';
import { FOLLOWS_MAX } from './rounds.ts';

type MastodonRow = Extract<FollowRow, { network: 'mastodon' }>;

export interface ReadingDeps {
  fetch: typeof fetch;
  /** The domain in the names of a Mastodon server's own people; null when it does not say. */
  domainOf(origin: string): Promise<string | null>;
}

/** What reading a Mastodon list brings: the row with what is known from then on. Rejects with a `Fault`. */
export async function readMastodon(deps: ReadingDeps, row: MastodonRow): Promise<MastodonRow> {
  const place = await placeOf(deps, row);
  const kept = { ...row, ...place };
  try {
    const keys = await allOf(deps, place);
    if (keys.length > 0 || !(await hidesFollows(deps.fetch, place))) return { ...kept, state: 'read', keys };
  } catch (error) {
    if (!isRefused(error)) throw error;
    // A token that is good for nothing any more: what everybody may read may be enough.
    if (place.token !== null) return readMastodon(deps, { ...kept, token: null });
  }
  // What was known before is still more than nothing.
  return { ...kept, state: 'needs-leave' };
}

async function placeOf({ fetch: fetch_ }: ReadingDeps, row: MastodonRow): Promise<MastodonPlace> {
  const { server, accountId, token, handle } = row;
  if (accountId !== null) return { server, accountId, token };
  const [, user = '', domain = server] = handle.split('@');
  return { ...(await findMastodon(fetch_, user, domain)), token };
}

async function allOf({ fetch: fetch_, domainOf }: ReadingDeps, place: MastodonPlace): Promise<string[]> {
  const domain = (await domainOf(`https://${place.server}`)) ?? place.server;
  const keys = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof fetchMastodonPage>> = await fetchMastodonPage(
      fetch_,
      place,
      domain,
      cursor,
    );
    const before = keys.size;
    for (const key of page.keys) keys.add(key);
    // A server that tells the same for ever is not heard for ever.
    cursor = keys.size > before ? page.cursor : null;
  } while (cursor !== null && keys.size < FOLLOWS_MAX);
  return [...keys].slice(0, FOLLOWS_MAX);
}

function isRefused(error: unknown): error is Fault {
  return error instanceof Fault && error.code === 'unauthenticated';
}
