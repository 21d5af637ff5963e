import './oddity-line.css';
import { MicOff, TriangleAlert } from 'lucide';
import type { MicrophoneOddity } from '#shared/schema/room.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';

/** What is odd about the own microphone, and the one thing to do about it. */
export function OddityLine({ oddity }: { oddity: MicrophoneOddity }) {
  const say = useWords();
  return (
    <div class="oddity">
      <Icon of={oddity === 'talking_while_muted' ? MicOff : TriangleAlert} />
      <p class="oddity-text">
        <b>{say(`oddity_${oddity}`)}</b>
        <span>{say(`oddityHelp_${oddity}`)}</span>
      </p>
      <OddityAction oddity={oddity} />
    </div>
  );
}

function OddityAction({ oddity }: { oddity: MicrophoneOddity }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { openMicrophonePage } = perch;
  if (oddity === 'talking_while_muted' || oddity === 'unplugged') {
    const turnOn = () => void deeds.run('microphone', () => perch.setMicrophone(true));
    return (
      <Button look="quiet" class="small" isBusy={deeds.pending.value === 'microphone'} onClick={turnOn}>
        {say(oddity === 'unplugged' ? 'turnOnAnother' : 'unmute')}
      </Button>
    );
  }
  if (!openMicrophonePage) return null;
  return (
    <Button
      look="quiet"
      class="small"
      onClick={() => void deeds.run('tab', () => openMicrophonePage({ check: true }))}
    >
      {say('checkIt')}
    </Button>
  );
}
