import { useSignal } from '@preact/signals';
import { Eye, Plus, type IconNode } from 'lucide';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { WordKey } from '#shared/words/words.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { absenceOf, type Absence } from './bar-settings.ts';
import type { SiteDesk } from './site-desk.ts';

/** About the site under the popup: the offer to work there, or the way back to a bar that the person sent away. */
export function SiteOffer({ site }: { site: SiteDesk }) {
  const wasAllowed = useRef(site.isAllowed.value);
  return wasAllowed.current ? <WayBack site={site} /> : <NewSite site={site} />;
}

interface SiteRowProps {
  icon: IconNode;
  /** What a click does. */
  title: string;
  line: string;
  isBusy: boolean;
  /** What came of the click; empty before. */
  said: string;
  /** It is done, and what was said stands in its place until the popup closes. */
  isDone: boolean;
  onClick: () => void;
}

function SiteRow({ icon, title, line, isBusy, said, isDone, onClick }: SiteRowProps) {
  const id = useId();
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (isDone) status.current?.focus();
  }, [isDone]);
  return (
    <section class="site">
      {!isDone && (
        <div class="site-row">
          <span class="site-icon">
            <Icon of={icon} />
          </span>
          <div class="site-text">
            <Button
              look="bare"
              class="reach site-title"
              aria-describedby={id}
              isBusy={isBusy}
              onClick={onClick}
            >
              {title}
            </Button>
            <span id={id} class="site-line">
              {line}
            </span>
          </div>
        </div>
      )}
      <p class={isDone ? 'site-done' : 'unseen'} role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
    </section>
  );
}

function NewSite({ site: { host, isAllowed, wasRefused, allow } }: { site: SiteDesk }) {
  const say = useWords();
  const answer = useSignal<'asking' | 'refused' | null>(wasRefused ? 'refused' : null);
  const isDone = isAllowed.value;
  const refusal = answer.value === 'refused' ? say('siteRefused') : '';
  const handleClick = async () => {
    const asked = allow();
    answer.value = 'asking';
    answer.value = (await asked) ? null : 'refused';
  };
  return (
    <SiteRow
      icon={Plus}
      title={say('showSpacesOn', { host })}
      line={`${refusal} ${say('showSpacesOnHelp')}`.trim()}
      isBusy={answer.value === 'asking'}
      said={isDone ? say('spacesShownOn', { host }) : refusal}
      isDone={isDone}
      onClick={() => void handleClick()}
    />
  );
}

const SENTENCES: Record<Absence, WordKey> = {
  off: 'siteIsOff',
  here: 'barHiddenOn',
  today: 'barHiddenToday',
};

function WayBack({ site: { host, names, showBar } }: { site: SiteDesk }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const isDone = useSignal(false);
  const absence = absenceOf(perch.view.value.bar, names, Date.now());
  if (!absence && !isDone.value) return null;
  const handleClick = async () => {
    if (await deeds.run('site', showBar)) isDone.value = true;
  };
  return (
    <SiteRow
      icon={Eye}
      title={absence === 'today' ? say('showItNow') : say('showBarOn', { host })}
      line={absence ? say(SENTENCES[absence], { host }) : ''}
      isBusy={deeds.pending.value === 'site'}
      said={isDone.value ? say('barIsBack') : ''}
      isDone={isDone.value}
      onClick={() => void handleClick()}
    />
  );
}
