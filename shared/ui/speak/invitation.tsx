import { useSignal } from '@preact/signals';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useStageNow } from '../stage/stage-now.ts';
import type { StageDesk } from '../stage-desk.ts';
import { useNow } from '../ticking.ts';

/** Asks a listener onto the stage for as long as the invitation lives. */
export function Invitation({ desk }: { desk: StageDesk }) {
  const { me } = useStageNow();
  const { invitedUntil } = desk.view.value;
  const answered = useSignal<number | null>(null);
  const isOpen = Boolean(me?.invitation) && invitedUntil !== null && answered.value !== invitedUntil;
  const now = useNow(isOpen);
  if (!isOpen || now >= invitedUntil) return null;
  return (
    <InvitationSheet
      desk={desk}
      by={me!.invitation!.by}
      secondsLeft={Math.ceil((invitedUntil - now) / 1000)}
      onAnswered={() => (answered.value = invitedUntil)}
    />
  );
}

interface InvitationSheetProps {
  desk: StageDesk;
  by: string;
  secondsLeft: number;
  onAnswered: () => void;
}

function InvitationSheet({ desk, by, secondsLeft, onAnswered }: InvitationSheetProps) {
  const { deeds } = useShell();
  const say = useWords();
  const answer = async (accept: boolean) => {
    const deed = accept ? 'invitation' : 'decline';
    if (await deeds.run(deed, () => desk.answerInvitation(accept))) onAnswered();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say('invitesYou', { name: isolated(by) })}
      help={say('invitationHelp')}
      onClose={() => void answer(false)}
    >
      <DeedProblem deed="invitation" />
      <DeedProblem deed="decline" />
      <div class="sheet-choices">
        <Button look="quiet" isBusy={deeds.pending.value === 'decline'} onClick={() => void answer(false)}>
          {say('notNow')}
        </Button>
        <Button
          look="primary"
          isBusy={deeds.pending.value === 'invitation'}
          onClick={() => void answer(true)}
        >
          {say('joinTheStage')}
        </Button>
      </div>
      <p class="sheet-note">{say('invitationLeft', { n: secondsLeft })}</p>
    </Sheet>
  );
}
