import { LANGUAGES, type Language } from '#shared/schema/view.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { en } from '#shared/words/en.ts';
import { say, type AllWords, type WordKey } from '#shared/words/words.ts';

/** Says something in one language. */
export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

/** A language comes into memory when it is first asked for. */
export async function sayIn(language: Language): Promise<Say> {
  const { words } = await readVolume(language);
  return sayWith(language, words);
}

export const sayEnglish = sayWith('en', en);

function sayWith(language: Language, words: AllWords): Say {
  return (key, values) => say({ language, words }, key, values);
}

/** The language of ours that `Accept-Language` likes best; English when it names none. */
export function languageOf(header: string | undefined): Language {
  const ranges = (header ?? '').slice(0, 500).split(',').map(rangeOf);
  const liked = ranges.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const spoken = liked.map(({ tag }) => LANGUAGES.find((language) => language === tag.split('-')[0]));
  return spoken.find((language) => language !== undefined) ?? 'en';
}

function rangeOf(text: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
}
