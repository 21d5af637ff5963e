import type { Signal } from '@preact/signals';
import type { Listed } from '#shared/schema/view.ts';
import { AvatarStack } from './avatar.tsx';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { deedOfJoin } from './join.ts';
import { lineOf, reasonOf } from './space-line.ts';

/** One Space in the bar; a click shows its preview. */
export function BarCard({ card, openId }: { card: Listed; openId: Signal<string | null> }) {
  const { deeds } = useShell();
  const say = useWords();
  const isOpen = openId.value === card.id;
  const reason = reasonOf(card, say);
  const isJoining = deeds.pending.value === deedOfJoin(card.id, card.server);
  const line = isJoining ? say('joining') : (reason ?? lineOf(card, say));
  return (
    <li>
      <Button
        look="bare"
        class="chip bar-card"
        aria-label={say('previewOf', { title: card.title, people: line })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => (openId.value = isOpen ? null : card.id)}
      >
        <AvatarStack people={card.stage} max={2} server={card.server} />
        <span class="chip-text">
          <bdi class="chip-title" dir="auto">
            {card.title}
          </bdi>{' '}
          <span class={reason ? 'chip-line why' : 'chip-line'}>{line}</span>
        </span>
      </Button>
    </li>
  );
}
