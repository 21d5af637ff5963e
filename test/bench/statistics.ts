const RESAMPLES = 2_000;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) throw new RangeError('median of nothing');
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The 90 % interval of the median, by resampling the values with replacement. */
export function interval90(values: readonly number[]): [number, number] {
  const draw = () => values[Math.floor(Math.random() * values.length)]!;
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(draw))).toSorted((a, b) => a - b);
  return [medians[Math.floor(RESAMPLES * 0.05)]!, medians[Math.floor(RESAMPLES * 0.95)]!];
}

/** The smallest value that at least this share (0 to 1) of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('percentile of nothing');
  return found;
}
