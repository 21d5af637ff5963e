import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Devices, SoundDesk } from './sound-desk.ts';

/** The devices that the browser names, as they come and go; null before it has answered. */
export function useDevices(desk: SoundDesk): ReadonlySignal<Devices | null> {
  const devices = useSignal<Devices | null>(null);
  useEffect(() => {
    const read = () => void desk.devices().then((found) => (devices.value = found));
    read();
    return desk.onDevices(read);
  }, [desk]);
  return devices;
}
