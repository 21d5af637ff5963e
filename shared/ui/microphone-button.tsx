import { Mic, MicOff } from 'lucide';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';

/** The own microphone. Red is kept for the one state that others can hear. */
export function MicrophoneButton() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { microphone } = perch.room.value;
  const isOn = microphone === 'on';
  const isBusy = microphone === 'asking' || deeds.pending.value === 'microphone';
  const state = microphone === 'asking' ? 'microphoneAsking' : isOn ? 'microphoneIsOn' : 'microphoneIsOff';
  return (
    <Button
      look="primary"
      class="microphone"
      isBusy={isBusy}
      aria-label={say('microphone')}
      aria-pressed={isOn}
      title={say(state)}
      onClick={() => void deeds.run('microphone', () => perch.setMicrophone(!isOn))}
    >
      <Icon of={isOn ? Mic : MicOff} />
      <span>{say('microphone')}</span>
    </Button>
  );
}
