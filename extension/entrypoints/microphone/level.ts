import type { Loudness } from '#shared/room/level-meter.ts';

export const LEVEL_WORDS = ['none', 'quiet', 'good', 'loud'] as const;
export type LevelWord = (typeof LEVEL_WORDS)[number];

/** How loud it is at this moment (0 to 1, as an ear takes it), and what there is to say of the last ones. */
export interface Level {
  now: number;
  word: LevelWord;
}

export const NO_LEVEL: Level = { now: 0, word: 'none' };

/** What an ear takes for half as loud is 10 dB less; 60 dB below the loudest there is nothing. */
const RANGE_DB = 60;
/** So many readings make up what is said: words have gaps. */
const MEMORY = 20;
const QUIET_MEAN = 0.004;
const GOOD_MEAN = 0.02;
const LOUD_PEAK = 0.98;

/** Judges one reading together with those before; answers them all for the next time. */
export function readLevel(
  loudness: Loudness,
  before: readonly Loudness[],
): { level: Level; recent: Loudness[] } {
  const recent = [...before, loudness].slice(-MEMORY);
  const mean = Math.max(...recent.map((each) => each.mean));
  const peak = Math.max(...recent.map((each) => each.peak));
  const decibels = 20 * Math.log10(Math.max(loudness.mean, 1e-9));
  const now = Math.min(1, Math.max(0, 1 + decibels / RANGE_DB));
  return { level: { now, word: wordOf(mean, peak) }, recent };
}

function wordOf(mean: number, peak: number): LevelWord {
  if (mean < QUIET_MEAN) return 'none';
  if (mean < GOOD_MEAN) return 'quiet';
  return peak > LOUD_PEAK ? 'loud' : 'good';
}
