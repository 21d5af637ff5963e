import { describe, expect, it, type TestContext } from 'vitest';
import { LANGUAGES } from '#shared/schema/view.ts';
import { ENGLISH, filesOf, readVolume, TRANSLATIONS } from '#shared/words/catalogues.ts';
import { MAY_LACK_WORDS, type PluralForms } from '#shared/words/words.ts';

type Entries = Record<string, string | PluralForms>;

const PARTS = ['words', 'inPage', 'moderation', 'privacy'] as const;
const OTHERS = LANGUAGES.filter((language) => language !== 'en');
/** Beyond these, plural rules choose no other form for a number that we say; `many` is for millions in some languages. */
const COUNTED = 1_000;

/** What the translators have written; nothing where they have not begun. */
async function writtenIn(language: Exclude<(typeof LANGUAGES)[number], 'en'>): Promise<[string, Entries][]> {
  const own = await TRANSLATIONS[language]?.();
  return PARTS.map((part) => [part, (own?.[part] ?? {}) as Entries]);
}

function entriesOf(parts: [string, Entries][]): [name: string, entry: string | PluralForms][] {
  return parts.flatMap(([part, entries]) =>
    Object.entries(entries).map(
      ([key, entry]) => [`${part}.${key}`, entry] as [string, string | PluralForms],
    ),
  );
}

const SOURCE = new Map(entriesOf(PARTS.map((part) => [part, ENGLISH[part] as Entries])));

const holesIn = (template: string) => [...new Set(template.match(/\{\w+\}/g) ?? [])].toSorted();
const formsOf = (entry: string | PluralForms) => (typeof entry === 'string' ? [entry] : Object.values(entry));

/** The forms that the language's rules choose among, and those of them that our numbers come to. */
function pluralsOf(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = Array.from({ length: COUNTED }, (_, n) => n);
  return {
    possible: new Set<string>([...rules.resolvedOptions().pluralCategories, 'other']),
    needed: new Set<string>([...numbers.map((n) => rules.select(n)), 'other']),
  };
}

/** Names what is missing; while words are still being added, that is no failure. */
function expectNone(missing: string[], { skip }: TestContext): void {
  if (MAY_LACK_WORDS && missing.length > 0) skip(`${missing.length} missing: ${missing.join(', ')}`);
  expect(missing).toEqual([]);
}

describe.each(OTHERS)('what is said in %s', (language) => {
  it('is all that is said in English', async (context) => {
    const written = new Set(entriesOf(await writtenIn(language)).map(([name]) => name));
    expectNone(
      [...SOURCE.keys()].filter((name) => !written.has(name)),
      context,
    );
  });

  it('is nothing that English does not say', async () => {
    const written = entriesOf(await writtenIn(language));
    expect(written.map(([name]) => name).filter((name) => !SOURCE.has(name))).toEqual([]);
  });

  it('has the holes of the English, each of them in every form but one that says the number in words', async () => {
    const wrong = entriesOf(await writtenIn(language)).flatMap(([name, entry]) => {
      const source = SOURCE.get(name)!;
      const holes = new Set(formsOf(source).flatMap(holesIn));
      const hasOthers = formsOf(entry).flatMap((form) => holesIn(form).filter((hole) => !holes.has(hole)));
      const forms = typeof entry === 'string' ? [entry] : [entry.other];
      const lacks = forms.flatMap((form) => [...holes].filter((hole) => !form.includes(hole)));
      const cut = formsOf(entry).flatMap((form) =>
        [...holes].filter((hole) => hole !== '{n}' && !form.includes(hole)),
      );
      return [...new Set([...hasOthers, ...lacks, ...cut])].map((hole) => `${name}: ${hole}`);
    });
    expect(wrong).toEqual([]);
  });

  it('counts in the plural forms of the language', async () => {
    const { possible, needed } = pluralsOf(language);
    const wrong = entriesOf(await writtenIn(language)).flatMap(([name, entry]) => {
      const isCounted = typeof SOURCE.get(name) !== 'string';
      if (typeof entry === 'string') return isCounted ? [`${name}: has no forms`] : [];
      if (!isCounted) return [`${name}: has forms`];
      const unknown = Object.keys(entry).filter((form) => !possible.has(form));
      const missing = [...needed].filter((form) => !(form in entry));
      return [...unknown.map((form) => `${name}: ${form}?`), ...missing.map((form) => `${name}: ${form}`)];
    });
    expect(wrong).toEqual([]);
  });

  it('says nothing empty, and hides no control characters in it', async () => {
    const texts = entriesOf(await writtenIn(language)).flatMap(([name, entry]) =>
      formsOf(entry).map((text) => [name, text] as const),
    );
    // Names bring their own isolates; an override would turn whatever follows.
    const odd = texts.filter(([, text]) => text.trim() === '' || /[\p{Cc}\u202a-\u202e]/u.test(text));
    expect(odd).toEqual([]);
  });
});

describe('a volume', () => {
  it('says in English what its language does not say yet', async () => {
    for (const language of LANGUAGES) {
      const { words, moderation } = await readVolume(language);
      expect(Object.keys(words).toSorted()).toEqual(Object.keys(ENGLISH.words).toSorted());
      expect(Object.keys(moderation).toSorted()).toEqual(Object.keys(ENGLISH.moderation).toSorted());
      expect(Object.values(words).filter((entry) => entry === undefined)).toEqual([]);
    }
  });

  it('is written to a file for each language', async () => {
    const files = await filesOf('words', ({ words }) => words);
    expect(files.map(({ name }) => name)).toEqual(LANGUAGES.map((language) => `words/${language}.json`));
    expect(JSON.parse(files[1]!.contents)).toMatchObject({ language: 'Langue' });
  });
});
