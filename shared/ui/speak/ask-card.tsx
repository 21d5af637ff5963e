import { useSignal } from '@preact/signals';
import { Hand } from 'lucide';
import type { Queue } from '#shared/schema/stage.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { Likeness } from '../who/likeness.tsx';
import type { Who } from '../who/who.ts';

interface AskCardProps {
  desk: StageDesk;
  queue: Queue;
  who: Who;
  onPeople: () => void;
}

/** Whoever is first in the queue, with the answer at hand; the others are on the page "People". */
export function AskCard({ desk, queue, who, onPeople }: AskCardProps) {
  const say = useWords();
  const [first] = queue.requests;
  if (!first) return null;
  const { pid, name, text, at } = first;
  return (
    <div class="ask">
      <Icon of={Hand} />
      <p class="ask-text">
        <b>{say('asksToSpeak', { name: isolated(name) })}</b>
        {text && (
          <bdi class="ask-quote" dir="auto">
            {say('quoted', { text })}
          </bdi>
        )}
        <Likeness likeness={who.likeness(pid)} identities={[]} />
      </p>
      <Approve key={`${pid} ${at}`} desk={desk} pid={pid} />
      {queue.requests.length > 1 && (
        <Button look="bare" class="ask-all" onClick={onPeople}>
          {say('allRequests', { n: queue.requests.length })}
        </Button>
      )}
    </div>
  );
}

function Approve({ desk, pid }: { desk: StageDesk; pid: string }) {
  const { deeds } = useShell();
  const say = useWords();
  // The card goes once the queue without it is here; until then the answer is not given twice.
  const isAnswered = useSignal(false);
  const handleClick = async () => {
    isAnswered.value = true;
    isAnswered.value = await deeds.run(`approve:${pid}`, () => desk.person(pid, 'approve'));
  };
  return (
    <Button look="primary" class="small" isBusy={isAnswered.value} onClick={() => void handleClick()}>
      {say('do_approve')}
    </Button>
  );
}
