import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { MyAccount } from '#shared/schema/account.ts';
import { listed } from '#shared/words/isolated.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { AccountDesk } from './account-desk.ts';

const DEED = 'account:delete';

interface DeleteAccountProps {
  desk: AccountDesk;
  account: MyAccount;
  onGone?: () => void;
}

/** The end of the account, after a question that says what goes and what stays. */
export function DeleteAccount({ desk, account, onGone }: DeleteAccountProps) {
  const { catalogue, deeds } = usePart();
  const say = useWords();
  const id = useId();
  const isAsking = useSignal(false);
  const quiet = useRef<HTMLButtonElement>(null);
  const named = new Set(account.identities.map(({ network }) => NETWORK_NAMES[network]));
  const networks = listed([...named], catalogue.value.language);
  const close = () => {
    deeds.forget();
    isAsking.value = false;
  };
  const handleGo = async () => {
    if (!(await deeds.run(DEED, desk.deleteAccount))) return;
    isAsking.value = false;
    onGone?.();
  };
  return (
    <section class="farewell" aria-labelledby={id}>
      <h2 id={id}>{say('deleteAccount')}</h2>
      <p class="sign-in-note">{say('deleteAccountHelp')}</p>
      <Button look="text" class="farewell-go" onClick={() => (isAsking.value = true)}>
        {say('deleteAccount')}
      </Button>
      {isAsking.value && (
        <Sheet
          role="alertdialog"
          title={say('deleteAccountQuestion')}
          help={say('deleteAccountNote', { networks })}
          first={quiet}
          onClose={close}
        >
          <DeedProblem deed={DEED} />
          <div class="sheet-choices">
            <Button look="quiet" buttonRef={quiet} onClick={close}>
              {say('cancel')}
            </Button>
            <Button look="danger" isBusy={deeds.pending.value === DEED} onClick={() => void handleGo()}>
              {say('deleteForGood')}
            </Button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
