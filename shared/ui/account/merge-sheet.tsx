import { useRef } from 'preact/hooks';
import type { SignInNews } from '#shared/schema/sign-in.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { AccountDesk } from './account-desk.ts';

const DEED = 'account:merge';

interface MergeSheetProps {
  desk: AccountDesk;
  news: Extract<SignInNews, { is: 'taken' }>;
}

/** Asks whether two accounts are to be one. */
export function MergeSheet({ desk, news: { other, wish } }: MergeSheetProps) {
  const { deeds } = usePart();
  const say = useWords();
  const quiet = useRef<HTMLButtonElement>(null);
  const isBusy = deeds.pending.value === DEED;
  const handles = other.handles.map((handle) => isolated(handle)).join(', ');
  const name = isolated(other.name);
  const handle = isolated(other.handles[0] ?? wish.who ?? other.name);
  const problem = deeds.problem.value;
  // The server moves no one from one Space to another.
  const isInSpace = problem?.deed === DEED && problem.fault === 'conflict';
  const close = () => {
    deeds.forget();
    void desk.forgetSignIn();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say('takenQuestion', { handle })}
      help={handles ? say('takenHelp', { name, handles }) : say('takenHelpBare', { name })}
      first={quiet}
      onClose={close}
    >
      {isInSpace ? (
        <p class="deed-problem" role="alert">
          {say('mergeInSpace')}
        </p>
      ) : (
        <DeedProblem deed={DEED} />
      )}
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={quiet} onClick={close}>
          {say('keepApart')}
        </Button>
        <Button look="primary" isBusy={isBusy} onClick={() => void deeds.run(DEED, desk.merge)}>
          {say(isBusy ? 'joiningTwo' : 'joinTwo')}
        </Button>
      </div>
    </Sheet>
  );
}
