import { browser } from 'wxt/browser';
import { LANGUAGES, type Language } from '#shared/schema/language.ts';
import { browserLanguage, chooseLanguage } from './choose-language.ts';

/** What the popup reads of the storage before it draws. */
const KEYS = { session: ['view', 'stage', 'voices'], local: ['language', 'sound', 'mastodon'] } as const;
type Area = keyof typeof KEYS;
type Stored = Promise<Record<string, unknown>>;
type Tabs = Promise<{ id?: number; url?: string }[]>;

/** All that the popup's first picture takes, asked for by a script that is there before the popup's own. */
interface FirstReads {
  stored: Record<Area, Stored>;
  words: Promise<{ language: Language; text: string }>;
  tabs: Tabs;
}

const page = globalThis as { perchFirst?: FirstReads };

const read = (area: Area): Stored => browser.storage[area].get([...KEYS[area]]);

const textOf = async (language: Language) => (await fetch(`/words/${language}.json`)).text();

/** Begins with the browser's language, which most people keep, while the storage still looks for a choice. */
async function fetchWords(local: Stored): Promise<{ language: Language; text: string }> {
  const usual = chooseLanguage(null, browserLanguage());
  const early = textOf(usual);
  early.catch(() => undefined); // Where another language is chosen, nobody asks what became of this one.
  const { language: stored } = await local;
  const language = LANGUAGES.find((each) => each === stored) ?? usual;
  return { language, text: await (language === usual ? early : textOf(language)) };
}

const inFront = (): Tabs => browser.tabs.query({ active: true, currentWindow: true });

/** Asks now, before the page's own scripts are there. */
export function readFirst(): void {
  const local = read('local');
  const reads = { stored: { session: read('session'), local }, words: fetchWords(local), tabs: inFront() };
  page.perchFirst = reads;
  // Whoever takes them hears of a failure.
  for (const each of [reads.stored.session, local, reads.words, reads.tabs] as Promise<unknown>[])
    each.catch(() => undefined);
}

/** The page has drawn: what is asked from now on is asked anew. */
export function endFirstReads(): void {
  delete page.perchFirst;
}

/** A stored value, if it was read before this script was there; else undefined. */
export function storedFirst(key: `${string}:${string}`): Promise<unknown> | undefined {
  const [area, name] = key.split(':') as [Area, string];
  const isRead = (KEYS[area] as readonly string[] | undefined)?.includes(name);
  return isRead ? page.perchFirst?.stored[area].then((all) => all[name]) : undefined;
}

/** The words of a language as their file has them, if they were fetched before this script was there. */
export async function wordsFirst(language: Language): Promise<string | undefined> {
  const words = await page.perchFirst?.words.catch(() => undefined);
  return words?.language === language ? words.text : undefined;
}

/** The tab in front of this window's others; its address is known where a click on the toolbar has let us know it. */
export async function frontTab(): Promise<{ id?: number; url?: string } | undefined> {
  const [tab] = await (page.perchFirst?.tabs ?? inFront());
  return tab;
}
