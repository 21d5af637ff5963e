import type { Language } from '#shared/schema/view.ts';
import { en } from '#shared/words/en.ts';
import { fr } from '#shared/words/fr.ts';
import { IN_PAGE } from '#shared/words/in-page.ts';
import type { Catalogue, Words } from '#shared/words/words.ts';

const CATALOGUES: Record<Language, Words> = { en, fr };

/** The words of the page: those of the extension, but for what holds only there. */
export function catalogueOf(language: Language): Catalogue {
  return { language, words: { ...CATALOGUES[language], ...IN_PAGE[language] } };
}
