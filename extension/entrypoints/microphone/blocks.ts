import { type MicrophoneTrouble, troubleOf } from '#shared/room/microphone.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { WordKey } from '#shared/words/words.ts';

/** What keeps the microphone from us: the browser (at the person's word), the system, nothing being there, or somebody else. */
export type Block = MicrophoneTrouble | 'system';

/** Reads a failure of `getUserMedia`; Chromium tells a refusal of the system by its words alone. */
export function blockOf(error: unknown): Block {
  const trouble = troubleOf(error);
  const isOfSystem = error instanceof Error && /system/i.test(error.message);
  return trouble === 'denied' && isOfSystem ? 'system' : trouble;
}

const BLOCKS: Partial<Record<FaultCode, Block>> = {
  microphone_denied: 'denied',
  microphone_missing: 'missing',
};

/** The media host's own word on what stands in the way. */
export function blockOfFault(fault: FaultCode | null): Block | null {
  return fault && (BLOCKS[fault] ?? 'busy');
}

export interface Where {
  browser: 'chromium' | 'edge' | 'firefox';
  system: 'mac' | 'windows' | 'other';
}

/** Which browser on which system this is, by what it calls itself. */
export function whereOf(userAgent: string): Where {
  const browser = /Firefox\//.test(userAgent) ? 'firefox' : /Edg\//.test(userAgent) ? 'edge' : 'chromium';
  const system = /Windows/.test(userAgent) ? 'windows' : /Mac OS X/.test(userAgent) ? 'mac' : 'other';
  return { browser, system };
}

export const BLOCK_TITLES: Record<Block, WordKey> = {
  denied: 'fault_microphone_denied',
  system: 'microphoneOffInSystem',
  missing: 'fault_microphone_missing',
  busy: 'fault_microphone_busy',
};

const DENIED: Record<Where['browser'], WordKey[]> = {
  chromium: ['microphoneDeniedSteps', 'stepChromeSettings'],
  edge: ['microphoneDeniedSteps', 'stepEdgeSettings'],
  firefox: ['stepFirefox'],
};
const SYSTEMS: Record<Where['system'], WordKey> = {
  mac: 'stepMac',
  windows: 'stepWindows',
  other: 'stepOtherSystem',
};

/** How to undo a no in a window without an address bar, which Firefox alone has us open. */
export const STEP_WITHOUT_BAR: WordKey = 'stepFirefoxWindow';

/** How to undo it, step by step. */
export function stepsOf(block: Block, { browser, system }: Where): WordKey[] {
  if (block === 'denied') return DENIED[browser];
  if (block === 'system') return [SYSTEMS[system], 'stepRestart'];
  return block === 'missing' ? ['stepPlugIn', 'stepInput'] : ['stepOtherProgram', 'stepReplug'];
}
