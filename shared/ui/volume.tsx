import { Volume2, VolumeX } from 'lucide';
import { RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';

/** Silence and loudness of the Space, for this person alone. */
export function Volume() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { volume, silenced } = perch.room.value;
  const percent = Math.round(volume * 100);
  return (
    <div class="volume flips">
      <RoundButton
        icon={silenced ? VolumeX : Volume2}
        label={say(silenced ? 'unmuteSpace' : 'muteSpace')}
        onClick={() => void deeds.run('silence', () => perch.setSilenced(!silenced))}
      />
      <input
        type="range"
        class="slider"
        min={0}
        max={100}
        step={1}
        value={percent}
        data-silenced={silenced || undefined}
        style={{ '--fill': `${percent}%` }}
        aria-label={say('spaceVolume')}
        aria-valuetext={say('volumePercent', { n: percent })}
        onInput={({ currentTarget }) => void perch.setVolume(currentTarget.valueAsNumber / 100)}
      />
    </div>
  );
}
