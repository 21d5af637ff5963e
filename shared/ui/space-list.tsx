import { useRef } from 'preact/hooks';
import type { Listed } from '#shared/schema/view.ts';
import { useShell, useWords } from './context.ts';
import { cardOf, isCardOf } from './now-playing.ts';
import { useKeptOrder } from './parts/kept-order.ts';
import { useIsSettled } from './settled.ts';
import { SpaceRow } from './space-row.tsx';

interface SpaceListProps {
  /** A Space stands above the list already. */
  isOffered: boolean;
  /** Which it is, when it may be one of the list; `server` is null at home. */
  without?: { spaceId: string; server: string | null };
}

/** The Spaces to choose from: all that are live but the one a person is in. */
export function SpaceList({ isOffered, without }: SpaceListProps) {
  const { perch } = useShell();
  const say = useWords();
  const { list } = perch.view.value;
  const isIn = useIsSettled();
  const mine = isIn ? cardOf(perch.view.value, perch.room.value) : null;
  const spaces = list.spaces.filter(
    (card) => card !== mine && !(without && isCardOf(card, without.spaceId, without.server)),
  );
  if (spaces.length) return <Rows spaces={spaces} isStale={list.status === 'stale'} />;
  if (list.status === 'loading') return <Skeleton label={say('loadingSpaces')} />;
  if (isIn || isOffered) return <p class="list-quiet">{say('nothingElseLive')}</p>;
  return list.fault ? null : <Empty />;
}

function Rows({ spaces, isStale }: { spaces: Listed[]; isStale: boolean }) {
  const say = useWords();
  const list = useRef<HTMLUListElement>(null);
  const shown = useKeptOrder(spaces, list.current);
  return (
    <>
      {isStale && <p class="list-stale">{say('staleList')}</p>}
      <ul class="list" ref={list} aria-label={say('liveSpaces')}>
        {shown.map((card) => (
          <SpaceRow key={card.id} card={card} />
        ))}
      </ul>
    </>
  );
}

function Empty() {
  const say = useWords();
  return (
    <div class="empty">
      <span class="empty-perch" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <h2>{say('nothingLive')}</h2>
      <p>{say('nothingLiveHelp')}</p>
    </div>
  );
}

/** Rows to come. They stand still: what moves would promise more than we know. */
function Skeleton({ label }: { label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {[72, 54, 64].map((width) => (
        <div key={width} class="skeleton-row">
          <i class="skeleton-face" />
          <span>
            <i style={{ width: `${width}%` }} />
            <i style={{ width: `${width - 22}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}
