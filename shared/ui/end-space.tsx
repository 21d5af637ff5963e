import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { DeedProblem } from './deed-problem.tsx';
import { Sheet } from './parts/sheet.tsx';

/** "End Space", which asks once before it ends it for everyone. */
export function EndSpace() {
  const say = useWords();
  const isAsking = useSignal(false);
  return (
    <>
      <Button
        look="quiet"
        class="end"
        aria-haspopup="dialog"
        aria-expanded={isAsking.value}
        onClick={() => (isAsking.value = true)}
      >
        {say('endSpace')}
      </Button>
      {isAsking.value && <EndQuestion onClose={() => (isAsking.value = false)} />}
    </>
  );
}

function EndQuestion({ onClose }: { onClose: () => void }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const stay = useRef<HTMLButtonElement>(null);
  const isEnding = deeds.pending.value === 'end';
  const close = () => {
    onClose();
    deeds.forget();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say('endSpaceQuestion')}
      help={say('endSpaceHelp')}
      first={stay}
      onClose={close}
    >
      <DeedProblem deed="end" />
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={stay} onClick={close}>
          {say('keepGoing')}
        </Button>
        <Button look="danger" isBusy={isEnding} onClick={() => void deeds.run('end', perch.end)}>
          {say(isEnding ? 'ending' : 'endForEveryone')}
        </Button>
      </div>
    </Sheet>
  );
}
