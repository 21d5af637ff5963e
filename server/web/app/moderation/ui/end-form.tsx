import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { REPORT_TEXT_MAX } from '#shared/schema/limits.ts';
import type { Report } from '#shared/schema/moderation.ts';
import { Button } from '#shared/ui/button.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Field } from './field.tsx';
import { DeedTrouble } from './trouble.tsx';

interface EndFormProps {
  space: Report['space'];
  /** Closed, with the Space ended or not. */
  onClose: (done: boolean) => void;
}

/** Asks once more before a Space is over for everybody. */
export function EndForm({ space, onClose }: EndFormProps) {
  const { office, deeds } = useOffice();
  const { say } = useVoice();
  const why = useSignal('');
  const heading = useRef<HTMLHeadingElement>(null);
  const deed = `end:${space.id}`;
  useLayoutEffect(() => heading.current?.focus(), []);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (await deeds.run(deed, () => office.endSpace(space.id, why.value.trim()))) onClose(true);
  };
  return (
    <form class="asking" noValidate onSubmit={handleSubmit}>
      <h4 ref={heading} tabIndex={-1}>
        {say('endSpaceWho', { title: space.title })}
      </h4>
      <p class="asking-help">{say('endSpaceHelp')}</p>
      <Field label={say('why')} hint={say('whyHint')} text={why} maxLength={REPORT_TEXT_MAX} />
      <DeedTrouble deed={deed} />
      <div class="asking-answers">
        <Button look="danger" type="submit" isBusy={deeds.pending.value === deed}>
          {say('endSpaceGo')}
        </Button>
        <Button look="quiet" onClick={() => onClose(false)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}
