import type { Card } from '#shared/schema/space.ts';
import { useShell, useWords } from './context.ts';
import { cardOf } from './now-playing.ts';
import { useIsSettled } from './settled.ts';
import { SpaceRow } from './space-row.tsx';

interface SpaceListProps {
  /** A Space stands above the list already. */
  isOffered: boolean;
  /** Its id, when it is one of the list. */
  without?: string;
}

/** The Spaces to choose from: all that are live but the one a person is in. */
export function SpaceList({ isOffered, without }: SpaceListProps) {
  const { perch } = useShell();
  const say = useWords();
  const { list } = perch.view.value;
  const isIn = useIsSettled();
  const mine = isIn ? cardOf(perch.view.value, perch.room.value) : null;
  const spaces = list.spaces.filter((card) => card !== mine && card.id !== without);
  if (spaces.length) return <Rows spaces={spaces} isStale={list.status === 'stale'} />;
  if (list.status === 'loading') return <Skeleton label={say('loadingSpaces')} />;
  if (isIn || isOffered) return <p class="list-quiet">{say('nothingElseLive')}</p>;
  return list.fault ? null : <Empty />;
}

function Rows({ spaces, isStale }: { spaces: Card[]; isStale: boolean }) {
  const say = useWords();
  return (
    <>
      {isStale && <p class="list-stale">{say('staleList')}</p>}
      <ul class="list" aria-label={say('liveSpaces')}>
        {spaces.map((card) => (
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
