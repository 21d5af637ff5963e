import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { REQUEST_TEXT_MAX } from '#shared/schema/limits.ts';
import { Button } from '../button.tsx';
import { CheckMicrophone } from '../check-microphone.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { errorOf } from '../text-check.ts';
import { TextField } from '../text-field.tsx';

interface RequestSheetProps {
  desk: StageDesk;
  /** The request needs nobody's answer, so there is nothing to write. */
  isOpenStage: boolean;
  /** The request needs nobody's answer from those whom the host follows. */
  mayBeOpen: boolean;
  onClose: () => void;
}

/** Asks to speak, with a sentence for the hosts; or asks whether to come up at once. */
export function RequestSheet({ desk, isOpenStage, mayBeOpen, onClose }: RequestSheetProps) {
  const { deeds } = useShell();
  const say = useWords();
  const text = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const go = useRef<HTMLButtonElement>(null);
  const hasText = !isOpenStage && text.value.trim() !== '';
  const error = hasText ? errorOf('request', text.value, say) : null;
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (error) return field.current?.focus();
    if (await deeds.run('request', () => desk.request(hasText ? text.value : undefined))) onClose();
  };
  return (
    <Sheet
      title={say(isOpenStage ? 'comeOnStageQuestion' : 'requestToSpeak')}
      help={say(isOpenStage ? 'comeOnStageHelp' : mayBeOpen ? 'requestHelpFollowed' : 'requestHelp')}
      first={isOpenStage ? go : field}
      onClose={onClose}
    >
      <form class="sheet-form" noValidate onSubmit={handleSubmit}>
        {!isOpenStage && (
          <TextField
            field="request"
            label={say('requestLabel')}
            hint={say('requestHint')}
            text={text}
            error={error}
            countFrom={REQUEST_TEXT_MAX}
            inputRef={field}
          />
        )}
        <CheckMicrophone />
        <DeedProblem deed="request" />
        <div class="sheet-choices">
          <Button look="quiet" onClick={onClose}>
            {say(isOpenStage ? 'notNow' : 'cancel')}
          </Button>
          <Button look="primary" type="submit" buttonRef={go} isBusy={deeds.pending.value === 'request'}>
            {say(isOpenStage ? 'comeOnStage' : 'sendRequest')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
