import type { FaultCode } from '#shared/schema/errors.ts';
import { Button } from '#shared/ui/button.tsx';
import { useShell, useWords } from '#shared/ui/context.ts';
import { deedOfJoin, useJoin } from '#shared/ui/join.ts';
import { helpOf, isFinal } from '#shared/ui/problem-notice.tsx';
import { useIsSettled } from '#shared/ui/settled.ts';
import { Volume } from '#shared/ui/volume.tsx';
import { usePage } from './page-context.ts';

/** What can be done in the framed player now. */
export function FrameFoot() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { space, fault } = usePage();
  const isIn = useIsSettled();
  const { stage } = space.value;
  const room = perch.room.value;
  if (isIn) return <Listening />;
  if (stage?.state === 'ended') return <p class="frame-note">{say('spaceHasEnded')}</p>;
  if (room.phase === 'over' && room.ended) return <p class="frame-note">{say(`ended_${room.ended}`)}</p>;
  const problem = deeds.problem.value;
  if (problem) return <Problem fault={problem.fault} retryAfter={problem.retryAfter} />;
  if (room.phase === 'over' && room.fault) return <Problem fault={room.fault} />;
  if (fault.value) return <Problem fault={fault.value} />;
  return <Start />;
}

function Start() {
  const { deeds } = useShell();
  const say = useWords();
  const { spaceId } = usePage();
  const join = useJoin();
  const isJoining = deeds.pending.value === deedOfJoin(spaceId);
  return (
    <Button look="primary" class="frame-start" isBusy={isJoining} onClick={() => void join(spaceId)}>
      {say(isJoining ? 'joining' : 'startListening')}
    </Button>
  );
}

function Listening() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { heldBack, play } = usePage();
  const isLeaving = deeds.pending.value === 'leave';
  return (
    <div class="frame-tools">
      {heldBack.value ? (
        <Button look="primary" onClick={() => void play()}>
          {say('turnSoundOn')}
        </Button>
      ) : (
        <Volume />
      )}
      <Button look="text" isBusy={isLeaving} onClick={() => void deeds.run('leave', perch.leave)}>
        {say(isLeaving ? 'leaving' : 'leave')}
      </Button>
    </div>
  );
}

/** The help alone where there is little room: the rest of the sentence is its title. */
function Problem({ fault, retryAfter }: { fault: FaultCode; retryAfter?: number }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { space } = usePage();
  const again = async () => {
    const { problem } = deeds;
    if (problem.value) return problem.value.again();
    await perch.dismiss();
    await deeds.run('refresh', perch.refresh);
  };
  return (
    <div class="frame-tools">
      <p class="frame-problem" role="alert">
        {space.value.stage && <b>{say(`fault_${fault}`)}. </b>}
        {helpOf(fault, say, retryAfter)}
      </p>
      {!isFinal(fault) && (
        <Button look="quiet" class="small" onClick={() => void again()}>
          {say('tryAgain')}
        </Button>
      )}
    </div>
  );
}
