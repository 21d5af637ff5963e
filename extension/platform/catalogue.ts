import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from '#shared/schema/view.ts';
import { WordsSchema } from '#shared/schema/words.ts';
import type { AllWords, Catalogue } from '#shared/words/words.ts';
import { self } from './own.ts';
import { language } from './store.ts';

export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The person's choice, else the browser's language where we speak it, else English. */
export function chooseLanguage(choice: Language | null, browserLanguage: string): Language {
  const spoken = LANGUAGES.find((each) => each === browserLanguage.split('-')[0]);
  return choice ?? spoken ?? 'en';
}

/** The language in which Perch speaks now. */
export async function activeLanguage(): Promise<Language> {
  return chooseLanguage(await language.get(), browserLanguage());
}

async function readWords(language: Language): Promise<AllWords> {
  const file = await fetch(`${self().origin}/words/${language}.json`);
  // The file is of this build, which wrote every word into it.
  return v.parse(WordsSchema, await file.json()) as unknown as AllWords;
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
