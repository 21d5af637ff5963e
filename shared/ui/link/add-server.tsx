import { useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { hostOf } from '#shared/schema/space-link.ts';
import type { LinkDesk } from './link-desk.ts';

const DEED = 'server:add';

interface AddServerProps {
  link: LinkDesk;
  onAdded: () => void;
  onClose: () => void;
}

/** The one question before Perch speaks to a server that the person has not added. */
export function AddServer({ link, onAdded, onClose }: AddServerProps) {
  const { deeds } = useShell();
  const say = useWords();
  const quiet = useRef<HTMLButtonElement>(null);
  const isBusy = deeds.pending.value === DEED;
  const close = () => {
    deeds.forget();
    onClose();
  };
  const handleAdd = async () => {
    if (!(await deeds.run(DEED, link.add))) return;
    onClose();
    onAdded();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say('addServerQuestion', { host: hostOf(link.server) })}
      help={say('addServerHelp')}
      first={quiet}
      onClose={close}
    >
      <DeedProblem deed={DEED} />
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={quiet} onClick={close}>
          {say('notNow')}
        </Button>
        <Button look="primary" isBusy={isBusy} onClick={() => void handleAdd()}>
          {say(isBusy ? 'adding' : 'addAndListen')}
        </Button>
      </div>
    </Sheet>
  );
}
