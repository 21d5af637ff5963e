import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { moderation } from '#shared/words/en/moderation.ts';

const KEYS = Object.keys(moderation);
/** Keys that are put together from a code. */
const FAMILIES = /^(?:spaceIs|roleThen|for|rule|is|fault|faultHelp)_/;

it('holds no word that nobody says', async () => {
  let source = '';
  for await (const file of glob('server/web/{moderation-page.ts,app/moderation/**/*.{ts,tsx}}')) {
    source += readFileSync(file, 'utf8');
  }
  const unsaid = KEYS.filter((key) => !FAMILIES.test(key) && !new RegExp(`['.]${key}\\b`).test(source));
  expect(unsaid).toEqual([]);
});
