import { X } from 'lucide';
import { useId } from 'preact/hooks';
import { RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { RecapPlace } from './ended/recap-place.tsx';
import { useJoin } from './join.ts';
import { Notice } from './notice.tsx';
import { helpOf, isFinal } from './problem-notice.tsx';

/** After a Space: that it ended, why and who was there, or what threw the person out of it. */
export function EndedNotice() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const join = useJoin();
  const { ended, fault, spaceId } = perch.room.value;
  const handleClose = () => void deeds.run('dismiss', perch.dismiss);
  if (!fault || ended) return <Ended onClose={handleClose} />;
  const server = perch.view.value.spaceServer ?? undefined;
  const again = () => void join(spaceId!, undefined, server);
  const canRetry = spaceId !== null && !isFinal(fault);
  const isWell = fault === 'stopped' || fault === 'elsewhere';
  return (
    <Notice
      title={say(`fault_${fault}`)}
      primary={canRetry ? { label: say(isWell ? 'rejoin' : 'tryAgain'), onClick: again } : undefined}
      secondary={{ label: say('close'), onClick: handleClose }}
    >
      {helpOf(fault, say)}
    </Notice>
  );
}

function Ended({ onClose }: { onClose: () => void }) {
  const { perch } = useShell();
  const say = useWords();
  const id = useId();
  const { title, ended } = perch.room.value;
  const isMore = perch.recap && perch.view.value.list.spaces.length > 0;
  return (
    <>
      <section class="notice after" aria-labelledby={id}>
        <RoundButton icon={X} class="after-close" label={say('close')} onClick={onClose} />
        <div role="alert">
          <h2 id={id} class="notice-title">
            {title ? say('hasEnded', { title }) : say('spaceHasEnded')}
          </h2>
          <p class="notice-text">{ended ? say(`ended_${ended}`) : say('stillLive')}</p>
        </div>
        {perch.recap && <RecapPlace recap={perch.recap} />}
      </section>
      {isMore && <h2 class="list-head">{say('whatNext')}</h2>}
    </>
  );
}
