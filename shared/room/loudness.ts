/** What the eye takes for silence and for the loudest voice, in decibels below full scale. */
const FAINTEST = -50;
const LOUDEST = -8;

/** The decibels of an amplitude; 1 is 0 dB, and nothing is minus infinity. */
export function toDecibels(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}

/** The factor that makes a sound so many decibels louder. */
export function toFactor(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** An amplitude as something that is drawn can follow it: from 0 to 1 in even steps of loudness. */
export function toLevel(amplitude: number): number {
  const level = (toDecibels(amplitude) - FAINTEST) / (LOUDEST - FAINTEST);
  return Math.min(1, Math.max(0, level));
}
