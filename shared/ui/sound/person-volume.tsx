import './person-volume.css';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { VOICE_VOLUME_MAX } from '#shared/schema/sound.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import type { SoundDesk } from './sound-desk.ts';

interface PersonVolumeProps {
  desk: SoundDesk;
  pid: string;
  name: string;
  /** By an identity that they show. */
  isKept: boolean;
}

const MAX_PERCENT = VOICE_VOLUME_MAX * 100;

/** How loud one person is, for the one who looks; twice clicked, as they come. */
export function PersonVolume({ desk, pid, name, isKept }: PersonVolumeProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { language } = perch.catalogue.value;
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const id = useId();
  const percent = Math.round((desk.voices.value[pid] ?? 1) * 100);
  const set = useLatest((to: number) => desk.setVoice(pid, to / 100));
  const shown = set.wanted ?? percent;
  const reset = () => void deeds.run(`voice:${pid}`, () => desk.setVoice(pid, 1));
  return (
    <div class="person-volume">
      <label for={id}>{say('volumeOf', { name })}</label>
      <div class="person-volume-line">
        <input
          id={id}
          type="range"
          class="slider"
          min={0}
          max={MAX_PERCENT}
          step={5}
          value={shown}
          style={{ '--fill': `${(shown / MAX_PERCENT) * 100}%` }}
          aria-valuetext={say('volumePercent', { n: shown })}
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget }) => set.to(currentTarget.valueAsNumber)}
          onDblClick={reset}
        />
        <output for={id}>{percents.format(shown / 100)}</output>
        <Button look="quiet" class="small" isOff={shown === 100} onClick={reset}>
          {say('volumeAsItComes')}
        </Button>
      </div>
      <p id={`${id}-help`}>{say(isKept ? 'volumeOfHelp' : 'volumeHereHelp')}</p>
    </div>
  );
}

/** Sends what is wanted while a thumb moves, the latest last; `wanted` until that is done. */
function useLatest(send: (value: number) => Promise<unknown>) {
  const wanted = useSignal<number | null>(null);
  const to = async (value: number) => {
    wanted.value = value;
    await send(value);
    if (wanted.value === value) wanted.value = null;
  };
  return { wanted: wanted.value, to: (value: number) => void to(value) };
}
