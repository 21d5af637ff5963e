import { ana, malik } from './cast.ts';
import { fakeSound } from '../support/fake-sound.ts';
import type { stageStates } from './stage-states.ts';
import type { whoStates } from './who-states.ts';

const devices = {
  outputs: [
    { id: 'a', name: 'Built-in Audio Analog Stereo' },
    { id: 'b', name: 'Kitchen speaker' },
  ],
  inputs: [{ id: 'c', name: 'Jabra Evolve2 65 Headset (Bluetooth) Mono, left ear' }],
};

/** How people hear and are heard. */
export function soundStates(inside: ReturnType<typeof stageStates> & ReturnType<typeof whoStates>) {
  const { stageHost, whoListening } = inside;
  return {
    sound: { ...stageHost, sound: fakeSound({ devices, settings: { hold: 'talk', output: 'b' } }) },
    soundPerson: {
      ...whoListening,
      sound: fakeSound({ voices: { [ana.pid]: 0.6, [malik.pid]: 0 } }),
    },
    soundLines: {
      ...stageHost,
      room: { ...stageHost.room, ducked: true, microphone: 'off' as const },
      sound: fakeSound({ settings: { hold: 'talk', ducking: true } }),
    },
  };
}
