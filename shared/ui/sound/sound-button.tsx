import { useSignal } from '@preact/signals';
import { SlidersHorizontal } from 'lucide';
import { RoundButton } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { later } from '../parts/later.tsx';

const SoundSheet = later(async () => (await import('./sound-sheet.tsx')).SoundSheet);
const SoundLine = later(async () => (await import('./sound-line.tsx')).SoundLine);

/** Leads to what can be decided about sound. */
export function SoundButton() {
  const { perch } = useShell();
  const say = useWords();
  const isOpen = useSignal(false);
  if (!perch.sound) return null;
  return (
    <>
      <RoundButton
        icon={SlidersHorizontal}
        label={say('sound')}
        aria-haspopup="dialog"
        onClick={() => (isOpen.value = true)}
      />
      {isOpen.value && <SoundSheet desk={perch.sound} onClose={() => (isOpen.value = false)} />}
    </>
  );
}

/** What is out of the ordinary with the sound, or can be done with a key; mostly nothing. */
export function SoundLines() {
  const { perch } = useShell();
  const { sound } = perch;
  const { ducked } = perch.room.value;
  if (!sound || (!ducked && sound.settings.value.hold === 'off')) return null;
  return <SoundLine desk={sound} />;
}
