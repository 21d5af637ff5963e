import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Devices, SoundDesk } from './sound-desk.ts';

const NONE: Devices = { inputs: [], outputs: [] };
/** Chromium's names for what the system would choose, which we offer as such. */
const ALIASES = ['default', 'communications'];

/** The devices that the browser names, as they come and go; none before it has answered. */
export function useDevices(desk: SoundDesk): ReadonlySignal<Devices> {
  const devices = useSignal(NONE);
  useEffect(() => {
    const read = () => void desk.devices().then((found) => (devices.value = found));
    read();
    return desk.onDevices(read);
  }, [desk]);
  return devices;
}

/** Of all devices those to hear and to speak by, as far as they are named. */
export function sorted(all: readonly MediaDeviceInfo[]): Devices {
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((one) => one.kind === kind && one.label && one.deviceId && !ALIASES.includes(one.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  return { inputs: of('audioinput'), outputs: of('audiooutput') };
}
