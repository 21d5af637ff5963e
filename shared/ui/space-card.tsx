import type { ReadonlySignal } from '@preact/signals';
import type { Card, Space } from '#shared/schema/space.ts';
import { AvatarStack } from './avatar.tsx';
import { useShell, useWords } from './context.ts';
import { DeedProblem } from './deed-problem.tsx';
import { deedOfJoin } from './join.ts';
import { ListenButton } from './listen-button.tsx';
import { isCardOf, isInSpace } from './now-playing.ts';
import { companyOf, lineOf, reasonOf } from './space-line.ts';

const FACES = 3;

export type SpaceFacts = Pick<Space, 'id' | 'title' | 'stage' | 'listeners' | 'onStage' | 'state'>;

interface SpaceCardProps {
  /** What its server said last. */
  facts: ReadonlySignal<SpaceFacts | null>;
  link: { server: string; spaceId: string };
}

/** A Space in the post that links to it: who is on stage and one button, or that it is over. */
export function SpaceCard({ facts, link }: SpaceCardProps) {
  const { perch } = useShell();
  const say = useWords();
  const { list, server } = perch.view.value;
  const abroad = link.server === server ? null : link.server;
  const listed = list.spaces.find((card) => isCardOf(card, link.spaceId, abroad));
  const reason = listed ? reasonOf(listed, say) : null;
  const space = listed ?? facts.value;
  if (!space) return null;
  const isOver = !listed && facts.value?.state === 'ended';
  const company = isOver ? null : companyOf(space, say, perch.catalogue.value.language);
  return (
    <section class="space-card" aria-label={space.title} data-over={isOver || undefined}>
      <AvatarStack people={space.stage} max={FACES} server={link.server} />
      <span class="chip-text">
        <bdi class="space-card-title" dir="auto">
          {space.title}
        </bdi>
        {reason && <span class="chip-line why">{reason}</span>}
        <span class="chip-line">
          {isOver
            ? say('spaceHasEnded')
            : reason
              ? say('listening', { n: space.listeners })
              : lineOf(space, say)}
        </span>
        {company && <span class="chip-line">{company}</span>}
      </span>
      {!isOver && <Listen space={space} server={abroad ?? undefined} />}
    </section>
  );
}

function Listen({ space, server }: { space: SpaceFacts | Card; server: string | undefined }) {
  const { perch } = useShell();
  const say = useWords();
  const room = perch.room.value;
  if (isInSpace(room) && room.spaceId === space.id) {
    return <span class="space-card-in">{say(room.phase === 'joining' ? 'joining' : 'listeningNow')}</span>;
  }
  return (
    <>
      <ListenButton spaceId={space.id} server={server} hasIcon />
      <DeedProblem deed={deedOfJoin(space.id, server)} />
    </>
  );
}
