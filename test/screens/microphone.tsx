import type { VNode } from 'preact';
import type { Catalogue } from '#shared/words/words.ts';
import { AskSheet, type AskStage } from '../../extension/entrypoints/microphone/ask-sheet.tsx';
import { CheckSheet, type CheckSheetProps } from '../../extension/entrypoints/microphone/check-sheet.tsx';

const nothing = () => undefined;
const DEVICES = [
  { id: 'usb', name: 'Blue Yeti Nano (046d:0ab7)' },
  { id: 'built-in', name: 'Built-in Audio Analog Stereo' },
];
const OPEN: Omit<CheckSheetProps, 'catalogue'> = {
  stage: 'open',
  device: 'Built-in Audio Analog Stereo',
  devices: DEVICES,
  input: '',
  level: { now: 0.62, word: 'good' },
  isBlockedBySystem: false,
  take: { state: 'none' },
  onOpen: nothing,
  onChoose: nothing,
  onRecord: nothing,
  onClose: nothing,
};

const ASKS = { asking: 'asking', ready: 'ready', denied: 'denied' } as const satisfies Record<
  string,
  AskStage
>;
const CHECKS = {
  checkStart: { stage: 'idle' },
  checkOpen: {},
  checkQuiet: { level: { now: 0.3, word: 'quiet' }, input: 'usb', device: DEVICES[0]!.name },
  checkSystem: { level: { now: 0, word: 'none' }, isBlockedBySystem: true },
  checkRecording: { take: { state: 'recording', left: 2 } },
  checkHeard: { take: { state: 'heard' } },
  checkNothing: { level: { now: 0, word: 'none' }, take: { state: 'nothing' } },
  checkDenied: { stage: 'denied' },
  checkOfSystem: { stage: 'system' },
  checkMissing: { stage: 'missing' },
  checkBusy: { stage: 'busy' },
} as const satisfies Record<string, Partial<CheckSheetProps>>;

export type MicrophoneState = keyof typeof ASKS | keyof typeof CHECKS;

/** The page of the microphone in one of its states. */
export function microphoneView(state: MicrophoneState, catalogue: Catalogue): VNode {
  if (state in CHECKS) {
    return <CheckSheet catalogue={catalogue} {...OPEN} {...CHECKS[state as keyof typeof CHECKS]} />;
  }
  const stage = ASKS[state as keyof typeof ASKS];
  return <AskSheet catalogue={catalogue} stage={stage} onAsk={nothing} onClose={nothing} />;
}
