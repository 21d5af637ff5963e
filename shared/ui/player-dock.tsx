import { Users } from 'lucide';
import { useId } from 'preact/hooks';
import { may } from '#shared/policy/policy.ts';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { EndSpace } from './end-space.tsx';
import { MicrophoneButton } from './microphone-button.tsx';
import { mayStand } from './now-playing.ts';
import { DeedNotice } from './problem-notice.tsx';
import { ShareButton } from './share/share-button.tsx';
import { MuteAll } from './speak/mute-all.tsx';
import { SoundButton, SoundLines } from './sound/sound-button.tsx';
import { SpeakButton, SpeakLine } from './speak/speak-button.tsx';
import { ReactButton } from './stage/react-button.tsx';
import type { StageNow } from './stage/stage-now.ts';
import type { StageDesk } from './stage-desk.ts';
import { OddityPlace } from './truth-place.tsx';
import { Volume } from './volume.tsx';

interface PlayerDockProps {
  now: StageNow;
  onPeople: () => void;
}

/** What a person can do, always at hand at the foot of the player. */
export function PlayerDock({ now, onPeople }: PlayerDockProps) {
  const { perch } = useShell();
  const say = useWords();
  const { phase, mutedByHost } = perch.room.value;
  const { stage, me, role, queue } = now;
  const isStanding = mayStand(role);
  const desk = phase === 'joining' ? null : perch.desk;
  // Where the words beside it leave room.
  const share = desk && perch.share && <ShareButton share={perch.share} role={role} />;
  return (
    <div class="player-dock">
      <DeedNotice />
      {isStanding && <OddityPlace />}
      <SoundLines />
      {isStanding && mutedByHost && <p class="dock-line">{say('mutedByHost')}</p>}
      {!isStanding && stage && me && <SpeakLine stage={stage} me={me} />}
      <div class="player-tools">
        {isStanding && <MicrophoneButton />}
        {!isStanding && desk && stage && me && <SpeakButton desk={desk} stage={stage} me={me} />}
        {desk && <PeopleButton requests={queue?.requests.length ?? 0} onPeople={onPeople} />}
        {desk && <ReactButton desk={desk} />}
        {isStanding && share}
      </div>
      <div class="player-tools">
        <Volume />
        <SoundButton />
        {!isStanding && share}
        <span class="stage-tools">
          {desk && <StageTools desk={desk} now={now} />}
          {role === 'host' && <EndSpace />}
        </span>
      </div>
    </div>
  );
}

function StageTools({ desk, now: { role, faces } }: { desk: StageDesk; now: StageNow }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  if (!role) return null;
  const leaveStage = async () => {
    // Nobody should be heard while the server is still being told.
    if (perch.room.value.microphone === 'on') await perch.setMicrophone(false);
    return desk.leaveStage();
  };
  const isAlone = !faces.some((face) => !face.isMe);
  return (
    <>
      {may(role, 'muteAll', 'space') && !isAlone && <MuteAll desk={desk} />}
      {may(role, 'leaveStage', 'self') && (
        <Button
          look="quiet"
          class="small"
          isBusy={deeds.pending.value === 'leaveStage'}
          onClick={() => void deeds.run('leaveStage', leaveStage)}
        >
          {say('leaveStage')}
        </Button>
      )}
    </>
  );
}

function PeopleButton({ requests, onPeople }: { requests: number; onPeople: () => void }) {
  const say = useWords();
  const id = useId();
  return (
    <span class="people-place">
      <RoundButton
        icon={Users}
        label={say('people')}
        data-opens="people"
        aria-describedby={requests ? id : undefined}
        onClick={onPeople}
      />
      {requests > 0 && (
        <span class="people-badge">
          <span aria-hidden="true">{requests}</span>
          <span id={id} class="unseen">
            {say('requests', { n: requests })}
          </span>
        </span>
      )}
    </span>
  );
}
