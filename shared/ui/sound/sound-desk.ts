import type { ReadonlySignal } from '@preact/signals';
import type { SoundSettings } from '#shared/schema/sound.ts';
import type { Outcome } from '#shared/schema/view.ts';

/** A device to hear or to speak by; `id` is empty for the system's default. */
export interface Device {
  id: string;
  name: string;
}

export interface Devices {
  inputs: Device[];
  outputs: Device[];
}

/** How the person hears and is heard; for shells with room for it. */
export interface SoundDesk {
  settings: ReadonlySignal<SoundSettings>;
  change(part: Partial<SoundSettings>): Promise<Outcome>;
  /** How loud each person on stage is wanted, by participant id, 0 to 2; who is left out is as they come. */
  voices: ReadonlySignal<Readonly<Record<string, number>>>;
  /** Kept for that identity in all Spaces; for somebody without one, for this Space. */
  setVoice(pid: string, volume: number): Promise<Outcome>;
  /** Devices without a name are left out: the browser names none before the microphone was granted once. */
  devices(): Promise<Devices>;
  /** Calls back whenever a device has come or gone; answers how to stop. */
  onDevices(listener: () => void): () => void;
  /** Whether it is known here that another tab can be heard. */
  ducks: boolean;
  /** Leads to where the microphone is granted; null where that happens by itself. */
  grant: (() => Promise<Outcome>) | null;
  /** Opens the microphone for as long as this view lasts, or until what it answers is called. Null where nobody speaks. */
  talk: (() => () => void) | null;
}
