import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoomState } from '#shared/schema/room.ts';
import { useShell, useWords } from '../context.ts';
import { mayStand } from '../now-playing.ts';
import { listenForHold } from './hold.ts';
import { useKeyName } from './key-name.ts';
import type { SoundDesk } from './sound-desk.ts';

/** Says why the Space is quieter, and which key can be held; and listens for that key while it is shown or not. */
export function SoundLine({ desk }: { desk: SoundDesk }) {
  const { perch } = useShell();
  const say = useWords();
  const isHeld = useHold(desk);
  return (
    <>
      {perch.room.value.ducked && <p class="dock-line">{say('quieterForTab')}</p>}
      {desk.talk && <HoldLine desk={desk} isHeld={isHeld} />}
    </>
  );
}

function HoldLine({ desk, isHeld }: { desk: SoundDesk; isHeld: boolean }) {
  const { perch } = useShell();
  const say = useWords();
  const { hold, holdKey } = desk.settings.value;
  const key = useKeyName(holdKey);
  const microphone = heldMicrophone(perch.room.value);
  if (hold === 'off' || !microphone) return null;
  if (isHeld && microphone === (hold === 'talk' ? 'on' : 'off')) {
    return <p class="dock-line">{say(hold === 'talk' ? 'talkingWhileHeld' : 'mutedWhileHeld', { key })}</p>;
  }
  // It would open what is open, or mute what is muted.
  if (microphone === (hold === 'talk' ? 'on' : 'off')) return null;
  return <p class="dock-line">{say(hold === 'talk' ? 'holdToTalk' : 'holdToMute', { key })}</p>;
}

/** The microphone as far as a key can turn it: one that was never taken, or was refused, is a matter for its button. */
function heldMicrophone({ role, microphone }: RoomState): 'on' | 'off' | null {
  return mayStand(role) && (microphone === 'on' || microphone === 'off') ? microphone : null;
}

function useHold(desk: SoundDesk): boolean {
  const { perch } = useShell();
  const isHeld = useSignal(false);
  useEffect(() => {
    const { talk } = desk;
    if (!talk) return;
    const over = new AbortController();
    listenForHold(
      {
        mode: () => desk.settings.value.hold,
        code: () => desk.settings.value.holdKey,
        microphone: () => heldMicrophone(perch.room.value),
        talk,
        mute: (on) => void perch.setMicrophone(!on),
        onChange: (now) => (isHeld.value = now),
      },
      over.signal,
    );
    return () => over.abort();
  }, [desk]);
  return isHeld.value;
}
