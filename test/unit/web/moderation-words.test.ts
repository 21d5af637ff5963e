import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { moderation as moderationEn } from '#shared/words/en/moderation.ts';
import { moderation as moderationFr } from '#shared/words/fr/moderation.ts';

const KEYS = Object.keys(moderationEn) as (keyof typeof moderationEn)[];
/** Keys that are put together from a code. */
const FAMILIES = /^(?:spaceIs|roleThen|for|rule|is|fault|faultHelp)_/;

const holesOf = (entry: unknown) => [...new Set(JSON.stringify(entry).match(/\{\w+\}/g) ?? [])].toSorted();

it('says the same in every language', () => {
  expect(Object.keys(moderationFr)).toEqual(KEYS);
  for (const key of KEYS)
    expect([key, holesOf(moderationFr[key])]).toEqual([key, holesOf(moderationEn[key])]);
});

it('holds no word that nobody says', async () => {
  let source = '';
  for await (const file of glob('server/web/{moderation-page.ts,app/moderation/**/*.{ts,tsx}}')) {
    source += readFileSync(file, 'utf8');
  }
  const unsaid = KEYS.filter((key) => !FAMILIES.test(key) && !new RegExp(`['.]${key}\\b`).test(source));
  expect(unsaid).toEqual([]);
});
