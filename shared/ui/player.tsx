import type { RoomState } from '#shared/schema/room.ts';
import type { Card } from '#shared/schema/space.ts';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { EndSpace } from './end-space.tsx';
import { useLevels } from './levels.ts';
import { MicrophoneButton } from './microphone-button.tsx';
import { MicrophoneNotice } from './microphone-notice.tsx';
import { formatElapsed, listenersOf, mayStand, stageOf, type Face } from './now-playing.ts';
import { roomLineOf } from './room-line.ts';
import { Stage } from './stage/stage.tsx';
import { useNow } from './ticking.ts';
import { Volume } from './volume.tsx';

/** The Space a person is in: who is there, who speaks, and everything they can do about it. */
export function Player() {
  const { perch } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const card = perch.view.value.list.spaces.find(({ id }) => id === room.spaceId) ?? null;
  const stage = stageOf(room, card?.stage);
  useLevels();
  return (
    <section class="player" data-phase={room.phase} aria-label={say('nowPlaying')}>
      <PlayerHead room={room} card={card} />
      <h2 class="player-title" dir="auto" tabIndex={-1}>
        {room.title}
      </h2>
      <PlayerLine room={room} stage={stage} />
      <Stage faces={stage} more={card ? card.onStage - card.stage.length : 0} />
      <MicrophoneNotice />
      <div class="player-tools">
        {mayStand(room.role) && <MicrophoneButton />}
        <Volume />
        {room.role === 'host' && <EndSpace />}
      </div>
    </section>
  );
}

function PlayerHead({ room, card }: { room: RoomState; card: Card | null }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const startedAt = card?.startedAt ?? room.startedAt;
  const now = useNow(startedAt !== null);
  const isLeaving = deeds.pending.value === 'leave';
  return (
    <div class="player-head">
      <span class="player-live">{say('live')}</span>
      {startedAt !== null && (
        <time class="player-time" title={say('elapsed', { time: formatElapsed(now - startedAt) })}>
          {formatElapsed(now - startedAt)}
        </time>
      )}
      {card && <span class="player-listeners">{say('listening', { n: listenersOf(room, card) })}</span>}
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

function PlayerLine({ room, stage }: { room: RoomState; stage: Face[] }) {
  const { perch } = useShell();
  const say = useWords();
  const now = useNow(room.phase === 'reconnecting');
  const { language } = perch.catalogue.value;
  const isSpoken = stage.some((face) => face.speaking && !face.muted) && room.phase === 'live';
  return (
    <p class="player-line" data-spoken={isSpoken || undefined}>
      {roomLineOf({ room, stage, hostLostAt: null, now, say, language })}
    </p>
  );
}
