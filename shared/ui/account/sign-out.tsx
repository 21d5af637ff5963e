import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { AccountDesk } from './account-desk.ts';

const DEED = 'account:signOut';

interface SignOutProps {
  desk: AccountDesk;
  isInSpace: boolean;
  onOut?: () => void;
}

/** Signs this device out; asks first where that ends what the person hears. */
export function SignOut({ desk, isInSpace, onOut }: SignOutProps) {
  const { deeds } = usePart();
  const say = useWords();
  const isAsking = useSignal(false);
  const quiet = useRef<HTMLButtonElement>(null);
  const isBusy = deeds.pending.value === DEED;
  const close = () => {
    deeds.forget();
    isAsking.value = false;
  };
  const signOut = async () => {
    if (!(await deeds.run(DEED, desk.signOut))) return;
    isAsking.value = false;
    onOut?.();
  };
  return (
    <>
      <Button
        look="text"
        class="sign-out"
        isBusy={isBusy && !isAsking.value}
        onClick={() => (isInSpace ? (isAsking.value = true) : void signOut())}
      >
        {say('signOut')}
      </Button>
      {!isAsking.value && <DeedProblem deed={DEED} />}
      {isAsking.value && (
        <Sheet
          role="alertdialog"
          title={say('signOutQuestion')}
          help={say('signOutHelp')}
          first={quiet}
          onClose={close}
        >
          <DeedProblem deed={DEED} />
          <div class="sheet-choices">
            <Button look="quiet" buttonRef={quiet} onClick={close}>
              {say('cancel')}
            </Button>
            <Button look="danger" isBusy={isBusy} onClick={() => void signOut()}>
              {say('signOut')}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
