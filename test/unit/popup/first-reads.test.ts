import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const KEPT = {
  session: { view: 'the view', stage: 'the stage' },
  local: { language: 'fr', sound: 'the sound' },
};
const asked: string[] = [];
const areaOf = (name: keyof typeof KEPT) => ({
  async get(keys: string[]) {
    asked.push(...keys.map((key) => `${name}:${key}`));
    return KEPT[name];
  },
});
const tabs = { query: async () => [{ id: 7, url: 'https://example.org/' }] };
vi.stubGlobal('chrome', {
  storage: { session: areaOf('session'), local: areaOf('local') },
  i18n: { getUILanguage: () => 'de-DE' },
  tabs,
});
vi.stubGlobal('fetch', async (address: string) => ({ text: async () => `words of ${address}` }));
const { endFirstReads, frontTab, readFirst, storedFirst, wordsFirst } =
  await import('../../../extension/platform/first-reads.ts');

afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  asked.length = 0;
  endFirstReads();
});

it('reads before the page has scripts what it draws first, and in the language that the person chose', async () => {
  readFirst();
  expect(asked).toContain('session:view');
  expect(await storedFirst('session:view')).toBe('the view');
  expect(await storedFirst('local:sound')).toBe('the sound');
  expect(await wordsFirst('fr')).toBe('words of /words/fr.json');
  expect(await frontTab()).toMatchObject({ id: 7 });
});

it('leaves to others what it did not read: other values, and another language', async () => {
  readFirst();
  expect(storedFirst('local:sites')).toBeUndefined();
  expect(storedFirst('sync:view')).toBeUndefined();
  expect(await wordsFirst('ja')).toBeUndefined();
});

it('answers nothing old once the page has drawn', async () => {
  readFirst();
  endFirstReads();
  expect(storedFirst('session:view')).toBeUndefined();
  expect(await wordsFirst('fr')).toBeUndefined();
  expect(await frontTab()).toMatchObject({ id: 7 });
});
