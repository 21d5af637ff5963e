import type { View } from '#shared/schema/view.ts';
import { LiveAvatar } from './avatar.tsx';
import { Button } from './button.tsx';
import { useShell, useWords, type Say } from './context.ts';
import { cardOf, formatElapsed, speakersOf, stageOf } from './now-playing.ts';
import { useLevels } from './levels.ts';
import { roomLineOf } from './room-line.ts';
import { useNow } from './ticking.ts';
import { Volume } from './volume.tsx';

/** What waits for the person in the popup, in a line. */
export function callOf({ invited, raised }: View, say: Say): string | null {
  if (invited) return say('invitedToSpeak');
  return raised ? say('youSpeakNow') : null;
}

/** The player as a chip: listen, silence, leave. What others could hear stays in the popup. */
export function BarPlayer() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const card = cardOf(perch.view.value, room);
  const stage = stageOf(room, card?.stage);
  const hostLostAt = card?.hostLostAt;
  const [speaker] = speakersOf(stage);
  const face = speaker ?? stage[0];
  const startedAt = card?.startedAt ?? room.startedAt;
  const now = useNow(true);
  const line = roomLineOf({ room, stage, hostLostAt, now, say, language: perch.catalogue.value.language });
  const time = startedAt !== null && room.phase === 'live' ? ` · ${formatElapsed(now - startedAt)}` : '';
  const isLeaving = deeds.pending.value === 'leave';
  const call = callOf(perch.view.value, say);
  useLevels();
  return (
    <section class="chip bar-player" data-phase={room.phase} aria-label={say('nowPlaying')}>
      {face && (
        <LiveAvatar
          id={face.pid}
          name={face.name}
          pic={face.pic}
          server={perch.view.value.spaceServer}
          isSpeaking={speaker !== undefined}
        />
      )}
      <span class="chip-text">
        <bdi class="chip-title" dir="auto" tabIndex={-1}>
          {room.title}
        </bdi>
        {call ? (
          <Button look="bare" class="bar-invited" onClick={() => void deeds.run('popup', perch.openPopup)}>
            {call}
          </Button>
        ) : (
          <span class="chip-line">
            {line}
            {time}
          </span>
        )}
      </span>
      <Volume />
      <Button look="text" isBusy={isLeaving} onClick={() => void deeds.run('leave', perch.leave)}>
        {say(isLeaving ? 'leaving' : 'leave')}
      </Button>
    </section>
  );
}
