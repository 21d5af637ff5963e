// Each carries white text at 4.5:1 or better.
const COLOURS = [
  '#b4430f',
  '#0f766e',
  '#1d4ed8',
  '#9d174d',
  '#3f6212',
  '#5b21b6',
  '#7c2d12',
  '#86198f',
  '#0369a1',
  '#475569',
  '#a21c3f',
  '#166534',
] as const;

/** A colour that stays the same for an id. */
export function colourOf(id: string): string {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return COLOURS[((hash ^ (hash >>> 15)) >>> 0) % COLOURS.length]!;
}

/** A letter with capitals, and after it nothing that could belong to it. */
const PLAIN = /^[\p{Lu}\p{Ll}](?![^\p{Lu}\p{Ll} ])/u;

/** The first letter, digit or emoji of a name, as a reader counts characters. */
export function initialOf(name: string, language: string): string {
  // A page's first Segmenter takes it some 20 ms.
  const [plain] = PLAIN.exec(name) ?? [];
  if (plain) return plain.toLocaleUpperCase(language);
  const segments = new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(name.trim());
  for (const { segment } of segments) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment.toLocaleUpperCase(language);
  }
  return '·';
}
