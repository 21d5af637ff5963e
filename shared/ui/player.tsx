import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { useLevels } from './levels.ts';
import { MicrophoneNotice } from './microphone-notice.tsx';
import { formatElapsed, mayStand, type Face } from './now-playing.ts';
import { useKeptPlace } from './parts/kept-place.ts';
import { later } from './parts/later.tsx';
import { PlayerDock } from './player-dock.tsx';
import { roomLineOf } from './room-line.ts';
import { SpaceMenu } from './safety/space-menu.tsx';
import { AskCard } from './speak/ask-card.tsx';
import { FloatingReactions } from './stage/floating.tsx';
import { Listeners } from './stage/listeners.tsx';
import { useReactions } from './stage/reactions.ts';
import { ShowName } from './stage/show-name.tsx';
import { StageNews } from './stage/stage-news.tsx';
import { useStageNow, type StageNow } from './stage/stage-now.ts';
import { useNow } from './ticking.ts';
import { ConnectionPlace } from './truth-place.tsx';
import { WhoStage } from './who/who-stage.tsx';

const StagedPerson = later(async () => (await import('./people/staged-person.tsx')).StagedPerson);

/** The Space a person is in: who is there, who speaks, and everything they can do about it. */
export function Player({ onPeople }: { onPeople: () => void }) {
  const { perch } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const now = useStageNow();
  const player = useRef<HTMLElement>(null);
  useLevels();
  useKeptPlace(player, '.ask .button, .player-tools .button');
  return (
    <section
      ref={player}
      class="player"
      data-phase={room.phase}
      data-host-away={now.hostLostAt !== null || undefined}
      aria-label={say('nowPlaying')}
    >
      <PlayerHead now={now} />
      <h2 class="player-title" dir="auto" tabIndex={-1}>
        {room.title}
      </h2>
      <div class="player-lines">
        <PlayerLine now={now} />
        <ConnectionPlace faces={now.faces} />
        <StageNews role={now.role} faces={now.faces} />
      </div>
      {perch.desk && <AskCard desk={perch.desk} now={now} onPeople={onPeople} />}
      <PlayerStage now={now} />
      <MicrophoneNotice />
      <PlayerDock now={now} onPeople={onPeople} />
    </section>
  );
}

function PlayerHead({ now: { startedAt, listeners } }: { now: StageNow }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const time = useNow(startedAt !== null);
  const isLeaving = deeds.pending.value === 'leave';
  return (
    <div class="player-head">
      <span class="player-live">{say('live')}</span>
      {startedAt !== null && (
        <time class="player-time" title={say('elapsed', { time: formatElapsed(time - startedAt) })}>
          {formatElapsed(time - startedAt)}
        </time>
      )}
      {listeners !== null && <span class="player-listeners">{say('listening', { n: listeners })}</span>}
      {perch.desk && <SpaceMenu desk={perch.desk} />}
      <Button
        look="text"
        class="player-leave"
        isBusy={isLeaving}
        onClick={() => void deeds.run('leave', perch.leave)}
      >
        {say(isLeaving ? 'leaving' : 'leave')}
      </Button>
    </div>
  );
}

function PlayerLine({ now: { faces, hostLostAt } }: { now: StageNow }) {
  const { perch } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const now = useNow(room.phase === 'reconnecting' || hostLostAt !== null);
  const { language } = perch.catalogue.value;
  const isSpoken = room.phase === 'live' && faces.some((face) => face.speaking && !face.muted);
  return (
    <p class="player-line" data-spoken={isSpoken || undefined}>
      {roomLineOf({ room, stage: faces, hostLostAt, now, say, language })}
    </p>
  );
}

function PlayerStage({ now }: { now: StageNow }) {
  const { perch } = useShell();
  const { desk } = perch;
  const { stage, me, role, faces, more, listeners, shown, server, who } = now;
  const looked = useSignal<string | null>(null);
  const hasLooked = useSignal(false);
  const look = (pid: string) => {
    hasLooked.value = true;
    looked.value = pid;
  };
  const floating = useReactions(desk);
  const rising = ({ pid }: Face) => <FloatingReactions floating={floating} pid={pid} />;
  return (
    <div class="player-stage">
      <div class="player-faces">
        <WhoStage
          faces={faces}
          more={more}
          server={server}
          who={who}
          onPerson={desk ? look : undefined}
          extra={rising}
        />
        <FloatingReactions floating={floating} pid={null} />
      </div>
      {stage && <Listeners shown={shown} count={listeners ?? 0} myPid={perch.room.value.participantId} />}
      {desk && stage && me && !mayStand(role) && <ShowName desk={desk} stage={stage} me={me} />}
      {desk && hasLooked.value && <StagedPerson desk={desk} now={now} pid={looked} />}
    </div>
  );
}
