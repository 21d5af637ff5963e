import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Announcer } from '#shared/ui/announcer.tsx';
import { useShell, useWords } from '#shared/ui/context.ts';
import { EndedNotice } from '#shared/ui/ended-notice.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import { isInSpace, mayStand } from '#shared/ui/now-playing.ts';
import { PeoplePlace } from '#shared/ui/people-place.tsx';
import { Player } from '#shared/ui/player.tsx';
import { SpaceList } from '#shared/ui/space-list.tsx';
import { Invitation } from '#shared/ui/speak/invitation.tsx';
import { StageAloud } from '#shared/ui/stage/stage-aloud.tsx';
import { AskSheet, type AskStage } from '../microphone/ask-sheet.tsx';
import { STEP_WITHOUT_BAR } from '../microphone/blocks.ts';

interface StageWindowProps {
  asking: AskStage | null;
  onAsk: () => void;
  onClose: () => void;
}

/** The window of whoever speaks: it asks for the microphone, and then shows the Space they are in and all they can do there. */
export function StageWindow({ asking, onAsk, onClose }: StageWindowProps) {
  const { perch } = useShell();
  const say = useWords();
  const { title } = perch.room.value;
  useEffect(() => void (document.title = title || 'Perch'), [title]);
  if (asking === null) return <StagePages />;
  return (
    <main class="stage-asking">
      <AskSheet
        catalogue={perch.catalogue.value}
        stage={asking}
        hint={say('stageRemember')}
        deniedStep={STEP_WITHOUT_BAR}
        closeLabel={say('keepListening')}
        onAsk={onAsk}
        onClose={onClose}
      />
    </main>
  );
}

function StagePages() {
  const { perch, deeds } = useShell();
  const { desk } = perch;
  const isIn = isInSpace(perch.room.value);
  const isAtPeople = useSignal(false);
  const go = (toPeople: boolean) => () => {
    deeds.forget();
    isAtPeople.value = toPeople;
  };
  useEffect(() => {
    if (!isIn) isAtPeople.value = false;
  }, [isIn]);
  return (
    <main class="popup stage-window">
      {isIn && desk && isAtPeople.value ? (
        <PeoplePlace desk={desk} onBack={go(false)} />
      ) : (
        <StagePage onPeople={go(true)} />
      )}
      {desk && isIn && <Invitation desk={desk} />}
      <Announcer />
      {desk && isIn && <StageAloud />}
    </main>
  );
}

function StagePage({ onPeople }: { onPeople: () => void }) {
  const { perch } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const isIn = isInSpace(room);
  const isUp = isIn && mayStand(room.role);
  return (
    <div class="popup-page">
      <header class="popup-head">
        <Mark />
        <h1>{say(isUp ? 'onStage' : 'liveSpaces')}</h1>
      </header>
      <div class="popup-body">
        {isIn && <Player onPeople={onPeople} />}
        {room.phase === 'over' && (
          <>
            <EndedNotice />
            <SpaceList isOffered={false} />
          </>
        )}
      </div>
      {isIn && <p class="stage-window-help">{say(isUp ? 'stageWindowHelp' : 'stageWindowOver')}</p>}
    </div>
  );
}
