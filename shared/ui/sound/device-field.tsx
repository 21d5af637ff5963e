import { useId } from 'preact/hooks';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import type { Device, SoundDesk } from './sound-desk.ts';

interface DeviceFieldProps {
  label: string;
  devices: readonly Device[];
  /** The id of the device; empty for the system's default. */
  chosen: string;
  onChoose: (id: string) => void;
}

/** Which device to hear or to speak by. One that is not there now stays chosen, for when it comes back. */
export function DeviceField({ label, devices, chosen, onChoose }: DeviceFieldProps) {
  const say = useWords();
  const id = useId();
  const isAway = chosen !== '' && !devices.some((device) => device.id === chosen);
  if (devices.length === 0 && !isAway) return null;
  return (
    <div class="field device">
      <label for={id}>{label}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{say('systemDefault')}</option>
        {devices.map((device) => (
          <option key={device.id} value={device.id}>
            {device.name}
          </option>
        ))}
        {isAway && <option value={chosen}>{say('notConnectedNow')}</option>}
      </select>
    </div>
  );
}

/** Why there are no devices to choose from, and what to do about it. */
export function Unnamed({ desk: { grant } }: { desk: SoundDesk }) {
  const say = useWords();
  const { deeds } = usePart();
  return (
    <div class="sound-unnamed">
      <p>{say('devicesUnnamed')}</p>
      {grant && (
        <Button
          look="quiet"
          class="small"
          isBusy={deeds.pending.value === 'grant'}
          onClick={() => void deeds.run('grant', grant)}
        >
          {say('allowTheMicrophone')}
        </Button>
      )}
    </div>
  );
}
