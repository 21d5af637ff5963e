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
import { IN_PAGE } from '#shared/words/in-page.ts';
import { say, type WordKey } from '#shared/words/words.ts';

const KEYS = Object.keys(en) as WordKey[];
const CATALOGUES = { en, fr };
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

const holesOf = (entry: unknown) =>
  [...new Set(JSON.stringify(entry).match(/\{\w+\}/g) ?? [])].toSorted().join(' ');

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
      if (['moderation.ts', 'in-page.ts'].includes(file)) continue;
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

  it.each(Object.entries(CATALOGUES))('say everything in %s, with the same holes', (_, words) => {
    expect(Object.keys(words).toSorted()).toEqual(KEYS.toSorted());
    for (const key of KEYS) {
      expect(`${key}: ${holesOf(words[key])}`).toBe(`${key}: ${holesOf(en[key])}`);
    }
  });

  it.each(Object.entries(IN_PAGE))('keep their holes where a page says them otherwise in %s', (_, words) => {
    for (const [key, entry] of Object.entries(words)) {
      expect(`${key}: ${holesOf(entry)}`).toBe(`${key}: ${holesOf(en[key as WordKey])}`);
    }
  });

  it('choose the plural of the language', () => {
    const english = { language: 'en', words: en };
    const french = { language: 'fr', words: fr };
    expect(say(english, 'charactersLeft', { n: 0 })).toBe('0 characters left');
    expect(say(french, 'charactersLeft', { n: 0 })).toBe('Encore 0 caractère');
    expect(say(french, 'charactersLeft', { n: 2 })).toBe('Encore 2 caractères');
  });

  it('put values in as they are', () => {
    const words = { language: 'en', words: en };
    expect(say(words, 'startListeningTo', { title: '{n} $& <b>' })).toBe('Start listening: {n} $& <b>');
  });
});
