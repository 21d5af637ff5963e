import type { Language } from '#shared/schema/view.ts';
import { LANGUAGES } from '#shared/schema/view.ts';
import { en } from '#shared/words/en.ts';
import { fr } from '#shared/words/fr.ts';
import type { Catalogue, Words } from '#shared/words/words.ts';

const CATALOGUES: Record<Language, Words> = { en, fr };

/** The person's choice, else the browser's language where we speak it, else English. */
export function chooseLanguage(choice: Language | null, browserLanguage: string): Language {
  const spoken = LANGUAGES.find((language) => language === browserLanguage.split('-')[0]);
  return choice ?? spoken ?? 'en';
}

export function catalogueOf(language: Language): Catalogue & { language: Language } {
  return { language, words: CATALOGUES[language] };
}
