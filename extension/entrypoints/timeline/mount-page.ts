import { computed, effect, signal as cell, type Signal } from '@preact/signals';
import type { Perch } from '#shared/ui/perch.ts';
import type { Point } from '#shared/ui/preview.tsx';
import type { Found } from '#shared/schema/view.ts';
import type { SpaceLink } from '#shared/schema/space-link.ts';
import type { Space } from '#shared/schema/space.ts';
import { queuePosts, type PostQueue } from '../../sites/posts.ts';
import type { Site } from '../../sites/site.ts';
import { watchPage, type Watcher } from '../../sites/watch.ts';
import { Cards } from './cards.ts';
import { dress, dressAfterFading } from './dress.ts';
import { liveKeysOf } from './live-keys.ts';
import { makeBar, type MountedBar } from './mount-bar.tsx';
import { drawRings } from './rings.ts';
import { withSeen } from './seen.ts';

/** What a page has of the background beyond a bar's commands. */
export interface PageLines {
  sheet: CSSStyleSheet;
  read(link: Partial<SpaceLink> & { spaceId: string }): Promise<Found<Space>>;
  domain(): Promise<string | null>;
}

/** Everything of ours in one page, until the signal aborts; then the page is as it was. */
export function mountPage(perch: Perch, site: Site, lines: PageLines, signal: AbortSignal): Watcher {
  const seen = cell<ReadonlySet<string>>(new Set());
  const view = computed(() => withSeen(perch.view.value, seen.value));
  const bar = makeBar({ ...perch, view }, { site: location.hostname, sheet: lines.sheet }, signal);
  const cards = new Cards(site, { perch, ...lines }, signal);
  const onOpen = (spaceId: string, at: Point) => {
    bar.open(spaceId, at);
    // A dialog can be shown only where it is in the page.
    watcher.checkNow();
  };
  const queue = decorate({ perch, site, lines, cards, seen, onOpen }, signal);
  const watcher = watchOver({ site, bar, cards, queue }, signal);
  const stop = effect(() => {
    void [bar.isWanted.value, bar.openId.value];
    watcher.checkSoon();
  });
  signal.addEventListener('abort', stop, { once: true });
  return watcher;
}

interface Decorate {
  perch: Perch;
  site: Site;
  lines: PageLines;
  cards: Cards;
  /** Who on a stage has a post in the timeline, in memory only. */
  seen: Signal<ReadonlySet<string>>;
  onOpen: (spaceId: string, at: Point) => void;
}

/** Rings and cards for every post; all are looked at again when the list tells of other people, or other servers are known. */
function decorate({ perch, site, lines, cards, seen, onOpen }: Decorate, signal: AbortSignal): PostQueue {
  const live = liveKeysOf(() => perch.view.value.list.spaces);
  const servers = computed(() => [perch.view.value.server, ...perch.view.value.servers].join(' '));
  const queue: PostQueue = queuePosts(
    site,
    document,
    (post) => {
      rings.look(post);
      cards.look(post);
    },
    signal,
  );
  const rings = drawRings(
    {
      site,
      document,
      live: () => live.value,
      async confirm(version) {
        const [spaceId = '', server] = version.split(' ');
        const { found } = await lines.read({ spaceId, server });
        return new Map(found?.identities.flatMap(({ keys, pid }) => keys.map((key) => [key, pid])));
      },
      domain: lines.domain,
      again: queue.add,
      onSeen(pid) {
        if (!seen.value.has(pid)) seen.value = new Set(seen.value).add(pid);
      },
      onOpen,
    },
    signal,
  );
  const stop = effect(() => {
    void [live.value, servers.value];
    rings.prune();
    cards.refresh();
    queue.takeAll();
  });
  signal.addEventListener('abort', stop, { once: true });
  return queue;
}

interface WatchOver {
  site: Site;
  bar: MountedBar;
  cards: Cards;
  queue: PostQueue;
}

function watchOver({ site, bar, cards, queue }: WatchOver, signal: AbortSignal): Watcher {
  let near: Element | null = null;
  return watchPage(
    {
      site,
      document,
      host: bar.host,
      isWanted: () => bar.isWanted.value,
      isCarried: () => bar.openId.value !== null,
      onPlaced(anchor) {
        bar.setPlaced({ isCarried: anchor === null });
        near = anchor?.near ?? document.body;
        dress(bar.paper, near);
      },
      onChanged(changes) {
        cards.prune();
        queue.take(changes);
      },
      onTheme() {
        if (near) dressAfterFading(bar.paper, near);
        cards.dress();
      },
    },
    signal,
  );
}
