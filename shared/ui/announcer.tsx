import type { RoomState } from '#shared/schema/room.ts';
import { useShell, useWords, type Say } from './context.ts';

function announcementOf(room: RoomState, say: Say): string {
  if (room.phase === 'joining') return say('joining');
  if (room.phase === 'reconnecting') return say('reconnecting');
  if (room.phase === 'over') return say(room.fault && !room.ended ? `fault_${room.fault}` : 'spaceHasEnded');
  if (room.phase === 'idle') return '';
  const where = say('nowIn', { title: room.title });
  if (room.microphone === 'on') return `${where}. ${say('microphoneIsOn')}`;
  return room.microphone === 'off' ? `${where}. ${say('microphoneIsOff')}` : where;
}

/** Says changes of state to those who do not see them; `also` is what a view has to add. */
export function Announcer({ also }: { also?: string | null }) {
  const { perch } = useShell();
  const say = useWords();
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announcementOf(perch.room.value, say)}
      {also && ` ${also}`}
    </p>
  );
}
