import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FAULT_CODES } from '#shared/schema/errors.ts';
import { PERSON_ACTIONS } from '#shared/policy/policy.ts';
import { MICROPHONE_ODDITIES } from '#shared/schema/room.ts';
import { REPORT_REASONS } from '#shared/schema/safety.ts';
import { END_REASONS, ROLES, SPEAK_POLICIES } from '#shared/schema/space.ts';
import { en } from '#shared/words/en.ts';
import { fr } from '#shared/words/fr.ts';
import { inPage } from '#shared/words/en/in-page.ts';
import { say, type WordKey } from '#shared/words/words.ts';

const KEYS = Object.keys(en) as WordKey[];
const ISSUES = ['empty', 'too_long', 'hidden_characters'];

/** Keys that are put together from a code, by the template that does it. */
const FAMILIES: Record<string, readonly string[]> = {
  fault: FAULT_CODES,
  faultHelp: FAULT_CODES,
  ended: END_REASONS,
  role: ROLES,
  title: ISSUES,
  name: ISSUES,
  request: ISSUES,
  report: ISSUES,
  group: [...ROLES, 'request'],
  do: Object.keys(PERSON_ACTIONS),
  speak: SPEAK_POLICIES,
  speakHelp: SPEAK_POLICIES,
  why: ['hosts', 'speaks', 'seen'],
  reason: REPORT_REASONS,
  lookAlike: ['host', 'cohost', 'person', 'handle'],
  level: ['none', 'quiet', 'good', 'loud'],
  oddity: MICROPHONE_ODDITIES,
  oddityHelp: MICROPHONE_ODDITIES,
};
const FAMILY_KEYS = new Set(
  Object.entries(FAMILIES).flatMap(([family, codes]) => codes.map((code) => `${family}_${code}`)),
);

let sources: string;
beforeAll(async () => {
  const cwd = join(import.meta.dirname, '../..');
  const texts: string[] = [];
  for await (const file of glob('{extension,shared/ui,server/web}/**/*.{ts,tsx}', { cwd })) {
    texts.push(readFileSync(`${cwd}/${file}`, 'utf8'));
  }
  sources = texts.join('\n');
});

describe('words', () => {
  it('stand in one part of a catalogue each', async () => {
    const cwd = join(import.meta.dirname, '../../shared/words/en');
    const keys: string[] = [];
    for await (const file of glob('*.ts', { cwd })) {
      // Pages of their own, with words of their own.
      if (['moderation.ts', 'in-page.ts', 'privacy.ts'].includes(file)) continue;
      const parts = (await import(`${cwd}/${file}`)) as Record<string, object>;
      keys.push(...Object.values(parts).flatMap((part) => Object.keys(part)));
    }
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('are all used', () => {
    const unused = KEYS.filter((key) => !FAMILY_KEYS.has(key) && !sources.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  it('stand for every code, and for no code that is gone', () => {
    expect([...FAMILY_KEYS].filter((key) => !(key in en))).toEqual([]);
    const orphans = KEYS.filter((key) => key.split('_')[0]! in FAMILIES && key.includes('_'));
    expect(orphans.filter((key) => !FAMILY_KEYS.has(key))).toEqual([]);
  });

  it('are said in another way on a page of one Space only where the extension says them at all', () => {
    expect(Object.keys(inPage).filter((key) => !(key in en))).toEqual([]);
  });

  it('choose the plural of the language', () => {
    const english = { language: 'en', words: en };
    const french = { language: 'fr', words: { ...en, ...fr } };
    expect(say(english, 'charactersLeft', { n: 0 })).toBe('0 characters left');
    expect(say(french, 'charactersLeft', { n: 0 })).toBe('Encore 0 caractère');
    expect(say(french, 'charactersLeft', { n: 2 })).toBe('Encore 2 caractères');
  });

  it('write numbers as the language groups digits, with the digits of the times beside them', () => {
    const number = (language: string) =>
      say({ language, words: { count: '{n}' } }, 'count', { n: 12_345 }).replace(/\s/, ' ');
    expect(['en', 'fr', 'es', 'de', 'ar', 'hi'].map(number)).toEqual([
      '12,345',
      '12 345',
      '12.345',
      '12.345',
      '12,345',
      '12,345',
    ]);
  });

  it('write small numbers no other way than a formatter would', () => {
    for (const language of ['en', 'fr', 'es', 'pt', 'de', 'ja', 'ar', 'hi']) {
      const format = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
      for (const n of [0, 1, 10, 999, 1_000, 2.5, -7, Number.NaN]) {
        expect(say({ language, words: { count: '{n}' } }, 'count', { n })).toBe(format.format(n));
      }
    }
  });

  it('put values in as they are', () => {
    const words = { language: 'en', words: en };
    expect(say(words, 'startListeningTo', { title: '{n} $& <b>' })).toBe('Start listening: {n} $& <b>');
  });
});
