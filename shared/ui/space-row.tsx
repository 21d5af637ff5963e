import { Headphones } from 'lucide';
import type { Card } from '#shared/schema/space.ts';
import { AvatarStack } from './avatar.tsx';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { lineOf } from './space-line.ts';

/** One live Space in a list: one click joins it. */
export function SpaceRow({ card }: { card: Card }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const deed = `join:${card.id}`;
  const isJoining = deeds.pending.value === deed;
  return (
    <li>
      <Button
        look="bare"
        class="row"
        isBusy={isJoining}
        aria-label={say('startListeningTo', { title: card.title })}
        onClick={() => void deeds.run(deed, () => perch.join(card.id))}
      >
        <AvatarStack people={card.stage} max={2} />
        <span class="row-text">
          <bdi class="row-title" dir="auto">
            {card.title}
          </bdi>
          <span class="row-line">{isJoining ? say('joining') : lineOf(card, say)}</span>
        </span>
        <span class="row-go">
          <Icon of={Headphones} />
        </span>
      </Button>
    </li>
  );
}
