import { useSignal } from '@preact/signals';
import { Eye, Headphones } from 'lucide';
import type { Listed } from '#shared/schema/view.ts';
import { AvatarStack } from './avatar.tsx';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { useJoin } from './join.ts';
import { PreviewSheet } from './safety/preview-sheet.tsx';
import { lineOf } from './space-line.ts';

/** One live Space in a list: one click joins it, the eye looks at it first. */
export function SpaceRow({ card }: { card: Listed }) {
  const { deeds } = useShell();
  const { join } = useJoin();
  const say = useWords();
  const isPreviewing = useSignal(false);
  const deed = `join:${card.id}`;
  const isJoining = deeds.pending.value === deed;
  return (
    <li class="row-place">
      <Button
        look="bare"
        class="row"
        isBusy={isJoining}
        aria-label={say('startListeningTo', { title: card.title })}
        onClick={() => void join(card.id)}
      >
        <AvatarStack people={card.stage} max={2} server={card.server} />
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
      <RoundButton
        icon={Eye}
        class="row-preview"
        label={say('previewSpace', { title: card.title })}
        aria-haspopup="dialog"
        onClick={() => (isPreviewing.value = true)}
      />
      {isPreviewing.value && <PreviewSheet card={card} onClose={() => (isPreviewing.value = false)} />}
    </li>
  );
}
