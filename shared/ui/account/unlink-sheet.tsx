import { useRef } from 'preact/hooks';
import type { Identity } from '#shared/schema/account.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { AccountDesk } from './account-desk.ts';
import type { Me } from './use-me.ts';

interface UnlinkSheetProps {
  desk: AccountDesk;
  me: Me;
  identity: Identity;
  /** The account goes with it. */
  isLast: boolean;
  isInSpace: boolean;
  onClose: () => void;
  onGone: () => void;
}

/** Asks once before Perch forgets a network account. */
export function UnlinkSheet({ desk, me, identity, isLast, isInSpace, onClose, onGone }: UnlinkSheetProps) {
  const { deeds } = usePart();
  const say = useWords();
  const quiet = useRef<HTMLButtonElement>(null);
  const deed = `unlink:${identity.id}`;
  const help = say(isLast ? 'unlinkLastHelp' : 'unlinkHelp');
  const close = () => {
    deeds.forget();
    onClose();
  };
  const handleGo = async () => {
    if (!(await me.act(deed, () => desk.unlink(identity.id)))) return;
    onClose();
    onGone();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say('unlinkQuestion', { handle: isolated(identity.handle) })}
      help={isLast && isInSpace ? `${help} ${say('signOutHelp')}` : help}
      first={quiet}
      onClose={close}
    >
      <DeedProblem deed={`account:${deed}`} />
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={quiet} onClick={close}>
          {say('cancel')}
        </Button>
        <Button
          look="danger"
          isBusy={deeds.pending.value === `account:${deed}`}
          onClick={() => void handleGo()}
        >
          {say(isLast ? 'unlinkLast' : 'unlink')}
        </Button>
      </div>
    </Sheet>
  );
}
