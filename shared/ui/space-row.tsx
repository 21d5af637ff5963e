import { useSignal } from '@preact/signals';
import { Eye, Headphones } from 'lucide';
import { useId } from 'preact/hooks';
import { hostOf } from '#shared/schema/space-link.ts';
import type { Listed } from '#shared/schema/view.ts';
import { AvatarStack } from './avatar.tsx';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { deedOfJoin, useAhead, useJoin } from './join.ts';
import { languageName } from './language-name.ts';
import { PreviewPlace } from './safety/preview-place.tsx';
import { lineOf, reasonOf } from './space-line.ts';

/** One live Space in a list: one click joins it, the eye looks at it first. */
export function SpaceRow({ card }: { card: Listed }) {
  const { perch, deeds } = useShell();
  const join = useJoin();
  const say = useWords();
  const isPreviewing = useSignal(false);
  const id = useId();
  const isJoining = deeds.pending.value === deedOfJoin(card.id, card.server);
  const reason = reasonOf(card, say);
  const line = reason ? say('listening', { n: card.listeners }) : lineOf(card, say);
  const { language } = perch.catalogue.value;
  const spoken = card.lang && card.lang !== language && languageName(card.lang, language);
  const parts = [line, spoken, card.server && hostOf(card.server)].filter(Boolean);
  return (
    <li class="row-place">
      <div class="row">
        <AvatarStack people={card.stage} max={2} server={card.server} />
        <div class="row-text">
          <Button
            look="bare"
            class="reach"
            {...useAhead(card.id, card.server)}
            isBusy={isJoining}
            aria-label={say('startListeningTo', { title: card.title })}
            aria-describedby={id}
            onClick={() => void join(card.id, undefined, card.server)}
          >
            <bdi class="row-title" dir="auto">
              {card.title}
            </bdi>
          </Button>
          <div class="row-lines" id={id}>
            {reason && <span class="why">{reason}</span>}
            <span class="row-line">{isJoining ? say('joining') : parts.join(' · ')}</span>
          </div>
        </div>
        <span class="row-go">
          <Icon of={Headphones} />
        </span>
      </div>
      <RoundButton
        icon={Eye}
        class="row-preview"
        label={say('previewSpace', { title: card.title })}
        aria-haspopup="dialog"
        onClick={() => (isPreviewing.value = true)}
      />
      {isPreviewing.value && <PreviewPlace card={card} onClose={() => (isPreviewing.value = false)} />}
    </li>
  );
}
