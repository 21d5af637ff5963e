import { useSignal } from '@preact/signals';
import { Hand } from 'lucide';
import { isolated } from '#shared/words/isolated.ts';
import { Avatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import type { StageDesk } from '../stage-desk.ts';
import { Handle, HANDLE_ROW } from '../who/handle.tsx';
import { Likeness } from '../who/likeness.tsx';
import type { StageNow } from '../stage/stage-now.ts';

interface AskCardProps {
  desk: StageDesk;
  now: Pick<StageNow, 'queue' | 'who' | 'server'>;
  onPeople: () => void;
}

/** Whoever is first in the queue, with the answer at hand; the others are on the page "People". */
export function AskCard({ desk, now: { queue, who, server }, onPeople }: AskCardProps) {
  const say = useWords();
  const [first, ...others] = queue?.requests ?? [];
  if (!first) return null;
  const { pid, name, pic, text, at } = first;
  const identities = who.identities(pid);
  return (
    <div class="ask">
      <Avatar id={pid} name={name} pic={pic} server={server} badge={Hand} />
      <p class="ask-text">
        <b>{say('asksToSpeak', { name: isolated(name) })}</b>
        {identities.map((identity) => (
          <Handle key={identity.network + identity.handle} {...identity} max={HANDLE_ROW} />
        ))}
        {text && (
          <bdi class="ask-quote" dir="auto">
            {say('quoted', { text })}
          </bdi>
        )}
        <Likeness likeness={who.likeness(pid)} identities={identities} />
      </p>
      <Approve key={`${pid} ${at}`} desk={desk} pid={pid} />
      {others.length > 0 && (
        <Button look="bare" class="ask-all" onClick={onPeople}>
          {say('allRequests', { n: others.length + 1 })}
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
