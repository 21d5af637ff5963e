import { useShell, useWords } from './context.ts';
import { useJoin } from './join.ts';
import { Notice } from './notice.tsx';
import { helpOf, isFinal } from './problem-notice.tsx';

/** The sentence after a Space: it ended and why, or what threw the person out of it. */
export function EndedNotice() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { join } = useJoin();
  const { title, ended, fault, spaceId } = perch.room.value;
  const close = { label: say('close'), onClick: () => void deeds.run('dismiss', perch.dismiss) };
  if (fault && !ended) {
    const server = perch.view.value.spaceServer ?? undefined;
    const again = () => void join(spaceId!, undefined, server);
    const canRetry = spaceId !== null && !isFinal(fault);
    return (
      <Notice
        title={say(`fault_${fault}`)}
        primary={canRetry ? { label: say('tryAgain'), onClick: again } : undefined}
        secondary={close}
      >
        {helpOf(fault, say)}
      </Notice>
    );
  }
  return (
    <Notice title={title ? say('hasEnded', { title }) : say('spaceHasEnded')} secondary={close}>
      {ended ? say(`ended_${ended}`) : say('stillLive')}
    </Notice>
  );
}
