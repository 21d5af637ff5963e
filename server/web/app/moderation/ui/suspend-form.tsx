import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { REPORT_TEXT_MAX } from '#shared/schema/limits.ts';
import { FOR_EVER, type KnownAccount } from '#shared/schema/moderation.ts';
import { Button } from '#shared/ui/button.tsx';
import { Choice } from '#shared/ui/parts/choice.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Field } from './field.tsx';
import { DeedTrouble } from './trouble.tsx';

const DAY_MS = 24 * 3_600_000;
const LASTS = ['day', 'week', 'ever'] as const;
type Lasting = (typeof LASTS)[number];
const UNTIL: Record<Lasting, (now: number) => number> = {
  day: (now) => now + DAY_MS,
  week: (now) => now + 7 * DAY_MS,
  ever: () => FOR_EVER,
};

interface SuspendFormProps {
  account: KnownAccount;
  /** Closed, after a suspension or without one. */
  onClose: (done: boolean) => void;
}

/** For how long somebody is shut out, and why. */
export function SuspendForm({ account, onClose }: SuspendFormProps) {
  const { office, deeds } = useOffice();
  const { say } = useVoice();
  const lasting = useSignal<Lasting>('day');
  const why = useSignal('');
  const heading = useRef<HTMLHeadingElement>(null);
  const deed = `suspend:${account.id}`;
  useLayoutEffect(() => heading.current?.focus(), []);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    const until = UNTIL[lasting.value](Date.now());
    if (await deeds.run(deed, () => office.suspend(account.id, until, why.value.trim()))) onClose(true);
  };
  return (
    <form class="asking" noValidate onSubmit={handleSubmit}>
      <h4 ref={heading} tabIndex={-1}>
        {say('suspendWho', { name: account.name })}
      </h4>
      <p class="asking-help">{say('suspendHelp')}</p>
      <Choice
        legend={say('suspendFor')}
        options={LASTS.map((value) => ({ value, label: say(`for_${value}`) }))}
        chosen={lasting.value}
        onChoose={(value) => (lasting.value = value)}
      />
      <Field label={say('why')} hint={say('whyHint')} text={why} maxLength={REPORT_TEXT_MAX} />
      <DeedTrouble deed={deed} />
      <div class="asking-answers">
        <Button look="danger" type="submit" isBusy={deeds.pending.value === deed}>
          {say('suspendGo')}
        </Button>
        <Button look="quiet" onClick={() => onClose(false)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
