import { readCatalogue } from '../platform/catalogue.ts';
import { browserLanguage } from '../platform/choose-language.ts';
import { acceptLanguages } from '../platform/lifecycle.ts';
import { language } from '../platform/store.ts';
import { Speech } from './speech.ts';

/** The person's languages, by their own choice and by what the browser says of them. */
export function createSpeech(onChange: () => void): Speech {
  return new Speech({ choice: language, browserLanguage, acceptLanguages, readCatalogue, onChange });
}
