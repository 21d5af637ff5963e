import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';

/** "End Space", which asks once before it ends it for everyone. */
export function EndSpace() {
  const say = useWords();
  const isAsking = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isAsking.value = false;
    button.current?.focus();
  };
  return (
    <>
      <Button
        look="quiet"
        class="end"
        buttonRef={button}
        aria-haspopup="dialog"
        aria-expanded={isAsking.value}
        onClick={() => (isAsking.value = true)}
      >
        {say('endSpace')}
      </Button>
      {isAsking.value && <EndQuestion onClose={close} />}
    </>
  );
}

function EndQuestion({ onClose }: { onClose: () => void }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const id = useId();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  const isEnding = deeds.pending.value === 'end';
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return keepInside(event);
    if (event.key !== 'Escape') return;
    // The browser would close the popup.
    event.preventDefault();
    onClose();
  };
  return (
    <div
      class="end-question"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-help`}
      onKeyDown={handleKeyDown}
    >
      <div class="end-sheet">
        <h3 id={`${id}-title`}>{say('endSpaceQuestion')}</h3>
        <p id={`${id}-help`}>{say('endSpaceHelp')}</p>
        <div class="end-choices">
          <Button look="quiet" buttonRef={stay} onClick={onClose}>
            {say('keepGoing')}
          </Button>
          <Button look="danger" isBusy={isEnding} onClick={() => void deeds.run('end', perch.end)}>
            {say(isEnding ? 'ending' : 'endForEveryone')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The focus stays in the question until it is answered. */
function keepInside(event: KeyboardEvent) {
  const buttons = (event.currentTarget as HTMLElement).querySelectorAll('button');
  const [first, last] = [buttons[0], buttons[buttons.length - 1]];
  const end = event.shiftKey ? first : last;
  if (event.target !== end) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
