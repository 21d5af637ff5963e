import { type Signal, signal } from '@preact/signals';
import { SOUND_AS_IT_COMES, type SoundSettings } from '#shared/schema/sound.ts';
import type { Device, SoundDesk } from '#shared/ui/sound/sound-desk.ts';

export interface FakeSound extends SoundDesk {
  settings: Signal<SoundSettings>;
}

/** Sound in memory, with devices that the browser names or with none. */
export function fakeSound(outputs: Device[] = [], inputs: Device[] = []): FakeSound {
  const settings = signal(SOUND_AS_IT_COMES);
  return {
    settings,
    voices: signal({}),
    async change(part) {
      settings.value = { ...settings.value, ...part };
      return { fault: null };
    },
    setVoice: async () => ({ fault: null }),
    devices: async () => ({ inputs, outputs }),
    onDevices: () => () => undefined,
    grant: async () => ({ fault: null }),
    talk: null,
  };
}

export const SPEAKERS: readonly Device[] = [
  { id: 'built-in', name: 'Built-in speakers' },
  { id: 'headset', name: 'Headset (2.4 GHz wireless)' },
];
