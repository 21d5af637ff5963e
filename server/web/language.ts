import { LANGUAGES, type Language } from '#shared/schema/view.ts';
import { en } from '#shared/words/en.ts';
import { fr } from '#shared/words/fr.ts';
import { say, type WordKey, type Words } from '#shared/words/words.ts';

const CATALOGUES: Record<Language, Words> = { en, fr };

/** Says something in one language. */
export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

export function sayIn(language: Language): Say {
  const catalogue = { language, words: CATALOGUES[language] };
  return (key, values) => say(catalogue, key, values);
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
