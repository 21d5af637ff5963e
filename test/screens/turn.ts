import type { Language } from '#shared/schema/view.ts';
import { ENGLISH, readVolume, type Volume } from '#shared/words/catalogues.ts';
import { type PluralForms, say } from '#shared/words/words.ts';
import { isSelector } from './shoot.ts';
import type { Shot } from './shots.ts';

type Entries = Readonly<Record<string, string | PluralForms>>;

/** What is said in a kind of view. */
function saidIn(kind: Shot['kind'], { words, inPage, moderation }: Volume): Entries {
  if (kind === 'moderation') return { ...words, ...moderation };
  return kind === 'page' || kind === 'frame' ? { ...words, ...inPage } : words;
}

/** What a template of English says, with its holes as groups; null for one that is nothing but holes. */
function patternOf(template: string): RegExp | null {
  const parts = template.split(/\{(\w+)\}/);
  if (!parts.some((part, i) => i % 2 === 0 && /\p{L}/u.test(part))) return null;
  const groups = parts.map((part, i) => {
    if (i % 2 === 0) return part.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
    return part === 'n' ? '(?<n>[0-9]+)' : `(?<${part}>.+)`;
  });
  return new RegExp(`^${groups.join('')}$`, 'u');
}

interface Said {
  key: string;
  values: Record<string, string>;
}

/** The keys of an English text, each with what fills its holes; none when those are not our words. */
function readEnglish(text: string, english: Entries): Said[] {
  const found = Object.entries(english).flatMap(([key, entry]): Said[] => {
    const templates = typeof entry === 'string' ? [entry] : Object.values(entry);
    const match = templates.map((template) => patternOf(template)?.exec(text)).find(Boolean);
    return match ? [{ key, values: { ...match.groups } }] : [];
  });
  // The more of it is ours, the less is left to fill.
  const filled = ({ values }: Said) => Object.values(values).join('').length;
  const least = Math.min(...found.map(filled));
  return found.filter((said) => filled(said) === least);
}

const numbered = ({ n, ...others }: Said['values']): Record<string, string | number> =>
  n === undefined ? others : { ...others, n: Number(n) };

/** The same picture in another language; null when it is reached by a name that is made of more than one of our texts. */
export async function turn(shot: Shot, language: Language): Promise<Shot | null> {
  const words = saidIn(shot.kind, await readVolume(language));
  const english = saidIn(shot.kind, ENGLISH);
  const turned = (shot.click ?? []).map((name) => {
    if (isSelector(name)) return name;
    const meanings = readEnglish(name, english);
    if (shot.kind === 'bar' && meanings.some(({ values }) => Object.keys(values).length > 0)) return null;
    const names = new Set(meanings.map(({ key, values }) => say({ language, words }, key, numbered(values))));
    // One English word may be two elsewhere: whichever of them is there.
    return names.size > 1 ? [...names].map((one) => `::-p-aria(${one})`).join(', ') : ([...names][0] ?? null);
  });
  const click = turned.filter((name) => name !== null);
  return click.length < turned.length ? null : { ...shot, name: `${shot.name}-${language}`, click, language };
}
