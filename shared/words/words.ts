import type { en } from './en.ts';

/** One language's catalogue: a template for each key, or one for each plural form of `{n}`. Plain data, so that it can cross a message. */
export type Words = Translated<typeof en>;
/** What another language must hold to say all that `Source` says. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralForms;
};
export type PluralForms = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type WordKey = keyof Words;

/** A catalogue with the language that its plurals and numbers follow. */
export interface Catalogue {
  language: string;
  words: Words;
}

/** Fills a template: `{name}` takes a value; `{n}` chooses the plural form and is written in the language's digits. */
export function say<All extends Readonly<Record<string, string | PluralForms>> = Words>(
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
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}
