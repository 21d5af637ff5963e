import { signal, type Signal } from '@preact/signals';
import { SOUND_AS_IT_COMES, type SoundSettings } from '#shared/schema/sound.ts';
import type { Device, Devices, SoundDesk } from '#shared/ui/sound/sound-desk.ts';

const WELL = { fault: null };

export interface FakeSound extends SoundDesk {
  settings: Signal<SoundSettings>;
  voices: Signal<Record<string, number>>;
  /** Each verb that was called, with what it was given. */
  calls: [verb: string, ...args: unknown[]][];
  /** A device comes or goes. */
  plug(devices: Devices): void;
}

export interface FakeSoundState {
  settings?: Partial<SoundSettings>;
  voices?: Record<string, number>;
  devices?: Partial<Devices>;
}

/** A sound desk that keeps what is decided and notes what is asked of it. */
export function fakeSound({ settings, voices = {}, devices }: FakeSoundState = {}): FakeSound {
  const calls: FakeSound['calls'] = [];
  const listeners = new Set<() => void>();
  let there: Devices = { inputs: [], outputs: [], ...devices };
  const kept = signal<SoundSettings>({ ...SOUND_AS_IT_COMES, ...settings });
  const wanted = signal(voices);
  return {
    calls,
    settings: kept,
    voices: wanted,
    async change(part) {
      calls.push(['change', part]);
      kept.value = { ...kept.value, ...part };
      return WELL;
    },
    async setVoice(pid, volume) {
      calls.push(['setVoice', pid, volume]);
      wanted.value = { ...wanted.value, [pid]: volume };
      return WELL;
    },
    devices: async () => there,
    onDevices(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async grant() {
      calls.push(['grant']);
      return WELL;
    },
    ducks: true,
    talk() {
      calls.push(['talk']);
      return () => void calls.push(['talked']);
    },
    plug(devices) {
      there = devices;
      for (const listener of listeners) listener();
    },
  };
}

export const SPEAKERS: readonly Device[] = [
  { id: 'built-in', name: 'Built-in speakers' },
  { id: 'headset', name: 'Headset (2.4 GHz wireless)' },
];
