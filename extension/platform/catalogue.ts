import * as v from 'valibot';
import type { Language } from '#shared/schema/language.ts';
import { WordsSchema } from '#shared/schema/words.ts';
import type { AllWords, Catalogue } from '#shared/words/words.ts';
import { browserLanguage, chooseLanguage } from './choose-language.ts';
import { wordsFirst } from './first-reads.ts';
import { self } from './own.ts';
import { language } from './store.ts';

/** The language in which Perch speaks now. */
export async function activeLanguage(): Promise<Language> {
  return chooseLanguage(await language.get(), browserLanguage());
}

async function readWords(language: Language): Promise<AllWords> {
  const address = `${self().origin}/words/${language}.json`;
  const text = (await wordsFirst(language)) ?? (await (await fetch(address)).text());
  // The file is of this build, which wrote every word into it.
  return v.parse(WordsSchema, JSON.parse(text)) as unknown as AllWords;
}

/**
 * The words of a language, or of the active one, from the extension's own files: only those in use are ever in memory.
 * English stands in for a file that cannot be read; rejects when that cannot be read either, as after a removal.
 */
export async function readCatalogue(wanted?: Language): Promise<Catalogue> {
  const language = wanted ?? (await activeLanguage());
  try {
    return { language, words: await readWords(language) };
  } catch {
    // Spoil on the disk, or an update half done: better another language than no word at all.
    return { language: 'en', words: await readWords('en') };
  }
}
