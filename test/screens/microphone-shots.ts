import type { MicrophoneState } from './microphone.tsx';
import type { Shot } from './shots.ts';

const microphone = (name: string, state: MicrophoneState, more: Partial<Shot> = {}): Shot => ({
  name: `microphone-${name}`,
  kind: 'microphone',
  state,
  width: 640,
  height: 720,
  ...more,
});
const ask = { height: 480 };
const narrow = { width: 320, height: 860 };

export const MICROPHONE_SHOTS: Shot[] = [
  microphone('asking', 'asking', ask),
  microphone('ready', 'ready', ask),
  microphone('denied', 'denied', ask),
  microphone('check-start', 'checkStart'),
  microphone('check', 'checkOpen'),
  microphone('check-narrow', 'checkOpen', narrow),
  microphone('check-quiet', 'checkQuiet'),
  microphone('check-system', 'checkSystem', { height: 780 }),
  microphone('check-recording', 'checkRecording'),
  microphone('check-heard', 'checkHeard'),
  microphone('check-nothing', 'checkNothing', narrow),
  microphone('check-denied', 'checkDenied', ask),
  microphone('check-of-system', 'checkOfSystem', ask),
  microphone('check-missing', 'checkMissing', ask),
  microphone('check-busy', 'checkBusy', { width: 320, height: 480 }),
];
