const MINUTE_MS = 60_000;

/** How long something took, in the words of a language: hours and minutes, at least one minute. */
export function spanOf(ms: number, language: string): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  const parts = [
    { n: Math.floor(minutes / 60), unit: 'hour' },
    { n: minutes % 60, unit: 'minute' },
  ].filter(({ n }) => n > 0);
  const said = parts.map(({ n, unit }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n),
  );
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(said);
}
