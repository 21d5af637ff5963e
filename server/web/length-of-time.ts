import type { Language } from '#shared/schema/view.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A length of time (ms) in words, in the largest unit that it fills without a rest: `30 days`, `90 seconds`. */
export function lengthOfTime(ms: number, language: Language): string {
  const [unit, size] = UNITS.find(([, each]) => ms >= each && ms % each === 0) ?? UNITS[3];
  const options = { style: 'unit', unit, unitDisplay: 'long', numberingSystem: 'latn' } as const;
  return new Intl.NumberFormat(language, options).format(ms / size);
}
