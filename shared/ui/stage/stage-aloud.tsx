import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Queue } from '#shared/schema/stage.ts';
import { useShell, useWords } from '../context.ts';
import { mayStand } from '../now-playing.ts';
import { later } from '../parts/later.tsx';
import { useStageNow } from './stage-now.ts';

const StageChanges = later(async () => (await import('./aloud/stage-changes.tsx')).StageChanges);

/** Says what comes about on the stage, on every page of the popup, to those who do not see it: the host goes and comes back, a mute, a new request, who comes and goes. */
export function StageAloud() {
  const { perch } = useShell();
  const say = useWords();
  const { role, hostLostAt, queue } = useStageNow();
  const asking = useNewlyAsking(queue);
  const wasLost = useRef(false);
  if (hostLostAt !== null) wasLost.current = true;
  const isMuted = mayStand(role) && perch.room.value.mutedByHost;
  return (
    <div class="unseen">
      <p role="status">{wasLost.current && say(hostLostAt === null ? 'hostBack' : 'hostAway')}</p>
      <p role="status">{isMuted && say('mutedByHost')}</p>
      <p role="status">{asking && say('asksToSpeak', { name: asking })}</p>
      <StageChanges />
    </div>
  );
}

/** Who asked last, once they ask while this is on view; null when nobody does any longer. */
function useNewlyAsking(queue: Queue | null): string | null {
  const asking = useSignal<string | null>(null);
  const last = queue?.requests.at(-1);
  const seenAt = useRef(last?.at ?? 0);
  useEffect(() => {
    if (!last) asking.value = null;
    else if (last.at > seenAt.current) {
      seenAt.current = last.at;
      asking.value = last.name;
    }
  }, [last?.at]);
  return asking.value;
}
