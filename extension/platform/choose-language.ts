import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from '#shared/schema/language.ts';

export function browserLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The person's choice, else the browser's language where we speak it, else English. */
export function chooseLanguage(choice: Language | null, browserLanguage: string): Language {
  const spoken = LANGUAGES.find((each) => each === browserLanguage.split('-')[0]);
  return choice ?? spoken ?? 'en';
}
