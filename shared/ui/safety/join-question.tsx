import { useRef } from 'preact/hooks';
import type { JoinRequest } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { joinOfDeed, useJoin } from '../join.ts';
import { Sheet } from '../parts/sheet.tsx';

const QUESTIONS = {
  blocked_on_stage: { help: 'blockedQuestionHelp', answer: { despiteBlocked: true } },
  anonymous_refused: { help: 'namedQuestionHelp', answer: { shown: true } },
} as const satisfies Partial<Record<FaultCode, { help: string; answer: JoinRequest }>>;
type Asking = keyof typeof QUESTIONS;

const isAsking = (fault: FaultCode): fault is Asking => fault in QUESTIONS;

/** A join that wants a word from the person first: of the last click here, else of a click in a bar. */
function useJoinQuestion() {
  const { perch, deeds } = useShell();
  const { fault, deed = '', answers } = deeds.problem.value ?? {};
  const join = joinOfDeed(deed);
  if (fault && isAsking(fault) && join) return { ...join, fault, answers, isFromBar: false };
  const { question } = perch.view.value;
  if (!question || !isAsking(question.fault) || deeds.pending.value?.startsWith('join:')) return null;
  return { ...question, fault: question.fault, answers: {}, isFromBar: true };
}

/** Says what a person should know before they join, and joins once they want to. */
export function JoinQuestion() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const question = useJoinQuestion();
  const join = useJoin();
  const quiet = useRef<HTMLButtonElement>(null);
  if (!question) return null;
  const { spaceId, server, fault, answers, isFromBar } = question;
  const { help, answer } = QUESTIONS[fault];
  // Other servers know the person by another name.
  const name = server ? null : perch.view.value.name;
  const handleClose = () => {
    deeds.forget();
    if (isFromBar) void perch.dismiss();
  };
  const listen =
    fault === 'blocked_on_stage'
      ? say('listenAnyway')
      : name
        ? say('listenAs', { name: isolated(name) })
        : say('listenNamed');
  return (
    <Sheet
      key={fault}
      role="alertdialog"
      title={say(`fault_${fault}`)}
      help={say(help)}
      first={quiet}
      onClose={handleClose}
    >
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={quiet} onClick={handleClose}>
          {say('notNow')}
        </Button>
        <Button look="primary" onClick={() => void join(spaceId, { ...answers, ...answer }, server)}>
          {listen}
        </Button>
      </div>
    </Sheet>
  );
}
