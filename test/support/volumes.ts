import type { Language } from '#shared/schema/view.ts';
import { ENGLISH, type Volume } from '#shared/words/catalogues.ts';
import { fr } from '#shared/words/fr.ts';
import { inPage } from '#shared/words/fr/in-page.ts';
import { moderation } from '#shared/words/fr/moderation.ts';
import { privacy } from '#shared/words/fr/privacy.ts';

const FRENCH: Volume = {
  words: { ...ENGLISH.words, ...fr },
  inPage: { ...ENGLISH.inPage, ...inPage },
  moderation: { ...ENGLISH.moderation, ...moderation },
  privacy: { ...ENGLISH.privacy, ...privacy },
};

/** The two languages that tests of views speak; English for any other. */
export function volumeOf(language: Language): Volume {
  return language === 'fr' ? FRENCH : ENGLISH;
}

/** What the page of those who run a server says. */
export function officeWordsOf(language: Language) {
  const { words, inPage: own, moderation: more } = volumeOf(language);
  return { ...words, ...own, ...more };
}
