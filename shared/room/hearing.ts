import type { Mix } from '#shared/schema/sound.ts';

/** How much of a Space is left while another tab speaks. */
const DUCKED = 0.25;

/** What a person decided about how they hear a Space. */
export interface Hearing {
  /** From 0 to 1. */
  volume: number;
  silenced: boolean;
  mix: Mix;
  /** Participant ids. */
  unheard: ReadonlySet<string>;
}

/** How loud a participant is wanted, 0 to 2. */
export function voiceGain({ mix, unheard }: Hearing, pid: string): number {
  return unheard.has(pid) ? 0 : (mix.voices[pid] ?? 1);
}

/** How loud the Space is wanted, 0 to 1. */
export function spaceGain({ volume, silenced }: Hearing): number {
  return silenced ? 0 : volume;
}

/** What is left of it beside another tab. */
export function duckGain({ mix }: Hearing): number {
  return mix.ducked ? DUCKED : 1;
}

/** All of it for a player that makes nothing louder than it comes, 0 to 1. */
export function playerVolume(hearing: Hearing, pid: string): number {
  return Math.min(1, voiceGain(hearing, pid) * spaceGain(hearing) * duckGain(hearing));
}
