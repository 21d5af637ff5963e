import { Hand } from 'lucide';
import type { Queue } from '#shared/schema/stage.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { StageDesk } from '../stage-desk.ts';

interface AskCardProps {
  desk: StageDesk;
  queue: Queue;
  onPeople: () => void;
}

/** Whoever is first in the queue, with the answer at hand; the others are on the page "People". */
export function AskCard({ desk, queue, onPeople }: AskCardProps) {
  const { deeds } = useShell();
  const say = useWords();
  const [first] = queue.requests;
  if (!first) return null;
  const { pid, name, text } = first;
  const approve = `approve:${pid}`;
  return (
    <div class="ask">
      <Icon of={Hand} />
      <p class="ask-text" aria-live="polite">
        <b dir="auto">{say('asksToSpeak', { name })}</b>
        {text && (
          <bdi class="ask-quote" dir="auto">
            {say('quoted', { text })}
          </bdi>
        )}
      </p>
      <Button
        look="primary"
        class="small"
        isBusy={deeds.pending.value === approve}
        onClick={() => void deeds.run(approve, () => desk.person(pid, 'approve'))}
      >
        {say('do_approve')}
      </Button>
      {queue.requests.length > 1 && (
        <Button look="bare" class="ask-all" onClick={onPeople}>
          {say('allRequests', { n: queue.requests.length })}
        </Button>
      )}
    </div>
  );
}
