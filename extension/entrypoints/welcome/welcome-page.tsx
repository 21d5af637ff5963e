import { useSignal } from '@preact/signals';
import { Check } from 'lucide';
import { useMemo } from 'preact/hooks';
import { PartContext, type Say } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import { say, type WordKey } from '#shared/words/words.ts';
import { EndStep } from './end-step.tsx';
import { PinStep } from './pin-step.tsx';
import { ServerStep } from './server-step.tsx';
import { SitesStep } from './sites-step.tsx';
import { SoundStep } from './sound-step.tsx';
import type { WelcomeDesk } from './welcome-desk.ts';

const STEPS = [
  { name: 'stepPin', Step: PinStep },
  { name: 'stepServer', Step: ServerStep },
  { name: 'stepSound', Step: SoundStep },
  { name: 'stepSites', Step: SitesStep },
] as const satisfies readonly { name: WordKey; Step: unknown }[];

/** Shows somebody around who has just come. Nothing is asked of anybody before its button is pressed. */
export function WelcomePage({ desk }: { desk: WelcomeDesk }) {
  const catalogue = desk.catalogue.value;
  const t: Say = (key, values) => say(catalogue, key, values);
  const part = useMemo(() => ({ catalogue: desk.catalogue, deeds: createDeeds() }), []);
  const at = useSignal(0);
  const done = useSignal<readonly number[]>([]);
  const now = at.value;
  const step = STEPS[now];
  const back = now === 0 ? null : () => (at.value = now - 1);
  return (
    <PartContext.Provider value={part}>
      <div class="welcome">
        <header class="welcome-head">
          <Mark />
          <div>
            <h1>{t('welcomeTitle')}</h1>
            <p>{t('welcomeLead')}</p>
          </div>
        </header>
        <Progress at={now} done={done.value} say={t} onGo={(to) => (at.value = to)} />
        {step ? (
          <step.Step
            key={step.name}
            desk={desk}
            say={t}
            isDone={done.value.includes(now)}
            onDone={() => (done.value = [...new Set([...done.value, now])])}
            onNext={() => (at.value = now + 1)}
            onBack={back}
          />
        ) : (
          <EndStep desk={desk} say={t} onBack={back} />
        )}
      </div>
    </PartContext.Provider>
  );
}

interface ProgressProps {
  at: number;
  done: readonly number[];
  say: Say;
  onGo: (step: number) => void;
}

function Progress({ at, done, say: t, onGo }: ProgressProps) {
  return (
    <nav class="progress" aria-label={t('steps')}>
      <p class="unseen" role="status">
        {at < STEPS.length && t('stepOf', { at: at + 1, all: STEPS.length })}
      </p>
      <ol>
        {STEPS.map(({ name }, index) => {
          const isDone = done.includes(index);
          return (
            <li key={name}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                aria-label={isDone ? t('stepDone', { step: t(name) }) : t(name)}
                data-done={isDone || undefined}
                onClick={() => onGo(index)}
              >
                <i aria-hidden="true">{isDone ? <Icon of={Check} size={14} /> : index + 1}</i>
                <span>{t(name)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
