import { useRef } from 'preact/hooks';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { StageDesk } from '../stage-desk.ts';
import type { Member } from './groups.ts';

/** Deeds that cannot be taken back by the one who does them. */
export type QuestionKind = 'remove' | 'host';

const WORDS = {
  remove: { title: 'removeQuestion', help: 'removeHelp', go: 'do_remove' },
  host: { title: 'handOverQuestion', help: 'handOverHelp', go: 'handOver' },
} as const;

interface QuestionProps {
  desk: StageDesk;
  kind: QuestionKind;
  member: Member;
  onClose: () => void;
}

/** Asks once before somebody is removed or given the Space. */
export function Question({ desk, kind, member: { pid, name }, onClose }: QuestionProps) {
  const { deeds } = useShell();
  const say = useWords();
  const cancel = useRef<HTMLButtonElement>(null);
  const words = WORDS[kind];
  const whom = { name: isolated(name) };
  const deed = `${kind}:${pid}`;
  const close = () => {
    onClose();
    deeds.forget();
  };
  const handleGo = async () => {
    if (await deeds.run(deed, () => desk.person(pid, kind))) onClose();
  };
  return (
    <Sheet
      role="alertdialog"
      title={say(words.title, whom)}
      help={say(words.help, whom)}
      first={cancel}
      onClose={close}
    >
      <DeedProblem deed={deed} />
      <div class="sheet-choices">
        <Button look="quiet" buttonRef={cancel} onClick={close}>
          {say('cancel')}
        </Button>
        <Button
          look={kind === 'remove' ? 'danger' : 'primary'}
          isBusy={deeds.pending.value === deed}
          onClick={() => void handleGo()}
        >
          {say(words.go)}
        </Button>
      </div>
    </Sheet>
  );
}
