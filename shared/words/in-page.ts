import type { Language } from '../schema/view.ts';
import { inPage as en } from './en/in-page.ts';
import { inPage as fr } from './fr/in-page.ts';
import type { Translated } from './words.ts';

/** What a page of one Space says in another way than the extension, by language. */
export const IN_PAGE: Record<Language, Translated<typeof en>> = { en, fr };
