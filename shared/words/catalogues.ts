import { LANGUAGES, type Language } from '../schema/view.ts';
import { en } from './en.ts';
import { inPage } from './en/in-page.ts';
import { moderation } from './en/moderation.ts';
import { privacy } from './en/privacy.ts';
import type { AllWords, Translated, Whole, Words } from './words.ts';

/** What a page of one Space says in another way than the extension. */
type InPage = typeof inPage;
/** What only the page of those who run a server says. */
type Moderation = typeof moderation;
/** What only a server's page about privacy says. */
type Privacy = typeof privacy;

interface Translation {
  words: Words;
  inPage: Translated<InPage>;
  moderation: Translated<Moderation>;
  privacy: Translated<Privacy>;
}

/** Each brings one language into memory. A language that has no words yet is said in English. */
export const TRANSLATIONS: Partial<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  fr: async () => ({
    words: (await import('./fr.ts')).fr,
    ...(await import('./fr/in-page.ts')),
    ...(await import('./fr/moderation.ts')),
    ...(await import('./fr/privacy.ts')),
  }),
  es: async () => ({
    words: (await import('./es.ts')).es,
    ...(await import('./es/in-page.ts')),
    ...(await import('./es/moderation.ts')),
    ...(await import('./es/privacy.ts')),
  }),
  pt: async () => ({
    words: (await import('./pt.ts')).pt,
    ...(await import('./pt/in-page.ts')),
    ...(await import('./pt/moderation.ts')),
    ...(await import('./pt/privacy.ts')),
  }),
  de: async () => ({
    words: (await import('./de.ts')).de,
    ...(await import('./de/in-page.ts')),
    ...(await import('./de/moderation.ts')),
    ...(await import('./de/privacy.ts')),
  }),
  ar: async () => ({
    words: (await import('./ar.ts')).ar,
    ...(await import('./ar/in-page.ts')),
    ...(await import('./ar/moderation.ts')),
    ...(await import('./ar/privacy.ts')),
  }),
  ja: async () => ({
    words: (await import('./ja.ts')).ja,
    ...(await import('./ja/in-page.ts')),
    ...(await import('./ja/moderation.ts')),
    ...(await import('./ja/privacy.ts')),
  }),
  hi: async () => ({
    words: (await import('./hi.ts')).hi,
    ...(await import('./hi/in-page.ts')),
    ...(await import('./hi/moderation.ts')),
    ...(await import('./hi/privacy.ts')),
  }),
};

/** Everything that Perch says in one language, for those who carry words to where they are said. */
export interface Volume {
  words: AllWords;
  inPage: Whole<InPage>;
  moderation: Whole<Moderation>;
  privacy: Whole<Privacy>;
}

export const ENGLISH: Volume = { words: en, inPage, moderation, privacy };

/** What a translation lacks is in English. */
export async function readVolume(language: Language): Promise<Volume> {
  const read = language === 'en' ? undefined : TRANSLATIONS[language];
  if (!read) return ENGLISH;
  const own = await read();
  return {
    words: { ...ENGLISH.words, ...own.words },
    inPage: { ...ENGLISH.inPage, ...own.inPage },
    moderation: { ...ENGLISH.moderation, ...own.moderation },
    privacy: { ...ENGLISH.privacy, ...own.privacy },
  };
}

/** A file for each language with what `pick` takes of it, for builds. */
export function filesOf(
  folder: string,
  pick: (volume: Volume) => object,
): Promise<{ name: string; contents: string }[]> {
  return Promise.all(
    LANGUAGES.map(async (language) => ({
      name: `${folder}/${language}.json`,
      contents: JSON.stringify(pick(await readVolume(language))),
    })),
  );
}
