const SAMPLE_RATE = 24_000;
const TONE_HZ = 440;
const LOUDNESS = 9_000;

/** A steady tone, easy to tell from silence. */
export function tone(): { sampleRate: number; next(count: number): Int16Array } {
  let at = 0;
  const sample = () => {
    at += 1;
    return Math.round(LOUDNESS * Math.sin((2 * Math.PI * TONE_HZ * at) / SAMPLE_RATE));
  };
  return { sampleRate: SAMPLE_RATE, next: (count) => Int16Array.from({ length: count }, sample) };
}
