import { LiveFeed, type LineRider } from '#shared/client/live-feed.ts';
import { EMPTY_LIST, shown } from '#shared/client/live-list.ts';
import { openLine } from '#shared/client/open-line.ts';
import * as store from '../platform/store.ts';
import type { Servers } from './servers.ts';

interface HomeFeedDeps {
  servers: Servers;
  rider: LineRider;
  onChange(): void;
}

/** The list of the home server. */
export function createHomeFeed({ servers, rider, onChange }: HomeFeedDeps): LiveFeed {
  return new LiveFeed({
    openLine: (events) => openLine(servers.home.streamUrl, events),
    fetchLive: () => servers.home.fetchLive(),
    rider,
    setTimeout: (act, ms) => setTimeout(act, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
    random: () => Math.random(),
    onChange,
  });
}

/** What a stopped worker had, until the server tells. */
export async function recallList(feed: LiveFeed): Promise<void> {
  const { rev, cards } = await store.lastList.get();
  if (rev === null && cards.length === 0) return;
  feed.list = { ...EMPTY_LIST, rev, cards: Object.fromEntries(cards.map((card) => [card.id, card])) };
  feed.status = 'stale';
}

export async function keepList({ list }: LiveFeed): Promise<void> {
  await store.lastList.set({ rev: list.rev, cards: shown(list) });
}
