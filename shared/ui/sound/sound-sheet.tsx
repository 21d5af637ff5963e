import { DeedNotice } from '../problem-notice.tsx';
import { CheckMicrophone } from '../check-microphone.tsx';
import { useWords } from '../context.ts';
import { Sheet } from '../parts/sheet.tsx';
import type { SoundDesk } from './sound-desk.ts';
import { SoundForm } from './sound-form.tsx';

/** All that a person decides about sound, over the player. */
export function SoundSheet({ desk, onClose }: { desk: SoundDesk; onClose: () => void }) {
  const say = useWords();
  return (
    <Sheet title={say('sound')} onClose={onClose}>
      <SoundForm desk={desk} />
      <CheckMicrophone />
      <DeedNotice />
    </Sheet>
  );
}
