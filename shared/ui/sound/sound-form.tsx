import './sound.css';
import { useId } from 'preact/hooks';
import type { SoundSettings } from '#shared/schema/sound.ts';
import type { WordKey } from '#shared/words/words.ts';
import { usePart, useWords } from '../context.ts';
import { Switch } from '../parts/switch.tsx';
import { DeviceField, Unnamed } from './device-field.tsx';
import { useDevices } from './devices.ts';
import { HoldChoice } from './hold-choice.tsx';
import type { SoundDesk } from './sound-desk.ts';

type SwitchName = {
  [Name in keyof SoundSettings]: SoundSettings[Name] extends boolean ? Name : never;
}[keyof SoundSettings];

interface SwitchWords {
  name: SwitchName;
  label: WordKey;
  help?: WordKey;
}

const HEARING: readonly SwitchWords[] = [
  { name: 'levelling', label: 'levelling', help: 'levellingHelp' },
  { name: 'ducking', label: 'ducking', help: 'duckingHelp' },
];
const MUSIC: SwitchWords = { name: 'music', label: 'musicMode', help: 'musicModeHelp' };
/** What the browser does to a voice, and music mode undoes. */
const CLEANING: readonly SwitchWords[] = [
  { name: 'noiseSuppression', label: 'noiseSuppression' },
  { name: 'echoCancellation', label: 'echoCancellation' },
  { name: 'autoGain', label: 'autoGain' },
];

/** All that a person decides about sound, for any page with words around it (see `PartContext`). */
export function SoundForm({ desk }: { desk: SoundDesk }) {
  const say = useWords();
  const id = useId();
  const devices = useDevices(desk).value;
  const { inputs, outputs } = devices ?? { inputs: [], outputs: [] };
  const isUnnamed = devices !== null && inputs.length + outputs.length === 0;
  const settings = desk.settings.value;
  const { change } = useChange(desk);
  return (
    <div class="sound-form">
      <section aria-labelledby={`${id}-hear`}>
        <h3 id={`${id}-hear`}>{say('whatYouHear')}</h3>
        {HEARING.filter(({ name }) => desk.ducks || name !== 'ducking').map((words) => (
          <SettingSwitch key={words.name} desk={desk} {...words} />
        ))}
        <DeviceField
          label={say('playThrough')}
          devices={outputs}
          chosen={settings.output}
          onChoose={(output) => change({ output })}
        />
      </section>
      <section aria-labelledby={`${id}-say`}>
        <h3 id={`${id}-say`}>{say('yourVoice')}</h3>
        <DeviceField
          label={say('microphone')}
          devices={inputs}
          chosen={settings.input}
          onChoose={(input) => change({ input })}
        />
        {isUnnamed && <Unnamed desk={desk} />}
        <SettingSwitch desk={desk} {...MUSIC} />
        {CLEANING.map((words) => (
          <SettingSwitch key={words.name} desk={desk} {...words} isUndone={settings.music} />
        ))}
      </section>
      <HoldChoice settings={settings} onChange={change} />
    </div>
  );
}

function useChange(desk: SoundDesk) {
  const { deeds } = usePart();
  return {
    isBusy: deeds.pending.value === 'sound',
    change: (part: Partial<SoundSettings>) => void deeds.run('sound', () => desk.change(part)),
  };
}

/** `isUndone` where music mode has switched it off for as long as that is on. */
function SettingSwitch(props: SwitchWords & { desk: SoundDesk; isUndone?: boolean }) {
  const { desk, name, label, help, isUndone = false } = props;
  const say = useWords();
  const { change } = useChange(desk);
  return (
    <Switch
      label={say(label)}
      help={isUndone ? say('offInMusicMode') : help && say(help)}
      isOn={desk.settings.value[name] && !isUndone}
      isFixed={isUndone}
      onChange={(on) => change({ [name]: on })}
    />
  );
}
