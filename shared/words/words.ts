import type { en } from './en.ts';

/** A template for each key, or one for each plural form of `{n}`. Plain data, so that it can be a file and cross a message. */
export type Whole<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralForms;
};
/** All that is ever said, in one language. */
export type AllWords = Whole<typeof en>;
/**
 * While true, a translation may lack words that English has gained: they are said in English, and the tests name them.
 * While false, neither the compiler nor the tests let one be missing.
 */
export const MAY_LACK_WORDS = false;
/** What another language says of all that `Source` says. */
export type Translated<Source> = typeof MAY_LACK_WORDS extends true ? Partial<Whole<Source>> : Whole<Source>;
/** One language's catalogue, as its translators write it. */
export type Words = Translated<typeof en>;
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type WordKey = keyof AllWords;

/** A catalogue with the language that its plurals and numbers follow. */
export interface Catalogue {
  language: string;
  words: AllWords;
}

/** Which way a language runs; what people wrote has a direction of its own. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

const UNGROUPED = /^\d{1,3}$/;

/** A text with an order of its own, wherever it stands. */
export const isolate = (text: string) => `\u2068${text}\u2069`;

/** What others wrote, for a line that may run from right to left; a list brings the order of each of its names. */
export function inLine(text: string, language: string): string {
  return directionOf(language) === 'ltr' || text.includes('\u2068') ? text : isolate(text);
}

/**
 * Fills a template: `{name}` takes a value; `{n}` chooses the plural form and is written as the language groups digits. The
 * digits are 0 to 9 in all of them, as in the times beside them: browsers do not agree on others for Arabic.
 */
export function say<All extends Readonly<Record<string, string | PluralForms>> = AllWords>(
  { language, words }: { language: string; words: All },
  key: keyof All & string,
  values: Record<string, string | number> = {},
): string {
  const entry: string | PluralForms = words[key]!;
  const n = Number(values.n ?? 0);
  const template =
    typeof entry === 'string' ? entry : (entry[new Intl.PluralRules(language).select(n)] ?? entry.other);
  return template.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    if (typeof value === 'string') return inLine(value, language);
    // The first formatter of a page takes it 30 ms, and a number without a group to set apart needs none.
    if (UNGROUPED.test(`${value}`)) return `${value}`;
    return value.toLocaleString(language, { numberingSystem: 'latn' });
  });
}
