import { useShell, useWords } from '#shared/ui/context.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { Player } from '#shared/ui/player.tsx';
import { ProblemNotice } from '#shared/ui/problem-notice.tsx';
import { BeforeJoining } from './before-joining.tsx';
import { Ended } from './ended.tsx';
import { usePage } from './page-context.ts';

interface SpacePlaceProps {
  isIn: boolean;
  onPeople: () => void;
}

/** The Space, as far as it is known and wherever the person is with it. */
export function SpacePlace({ isIn, onPeople }: SpacePlaceProps) {
  const { perch } = useShell();
  const { space, fault } = usePage();
  const { stage } = space.value;
  const { phase, ended, title } = perch.room.value;
  if (isIn) return <Inside onPeople={onPeople} />;
  if (stage?.state === 'ended') return <Ended title={stage.title} reason={stage.endReason} />;
  if (phase === 'over' && ended) return <Ended title={title} reason={ended} />;
  if (stage) return <BeforeJoining stage={stage} />;
  if (!fault.value) return <Looking />;
  return <div class="page-card">{fault.value === 'not_found' ? <Nowhere /> : <ProblemNotice />}</div>;
}

function Inside({ onPeople }: { onPeople: () => void }) {
  return (
    <div class="page-inside">
      <HeldBack />
      <CutOff />
      <Player onPeople={onPeople} />
    </div>
  );
}

function HeldBack() {
  const say = useWords();
  const { heldBack, play } = usePage();
  if (!heldBack.value) return null;
  return (
    <Notice title={say('soundHeldBack')} primary={{ label: say('turnSoundOn'), onClick: () => void play() }}>
      {say('soundHeldBackHelp')}
    </Notice>
  );
}

/** Sound does not pass the server: it goes on while the rest stands still. */
function CutOff() {
  const say = useWords();
  const { fault } = usePage();
  if (!fault.value) return null;
  return (
    <p class="cut-off" role="status">
      {say(`fault_${fault.value}`)}. {say('hearingGoesOn')}
    </p>
  );
}

function Nowhere() {
  const say = useWords();
  return <Notice title={say('fault_not_found')}>{say('noLongerThere')}</Notice>;
}

/** It stands still: what moves would promise more than we know. */
function Looking() {
  const say = useWords();
  return (
    <div class="page-card looking" role="status" aria-label={say('lookingForSpace')}>
      <i />
      <i />
      <span class="looking-faces">
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}
