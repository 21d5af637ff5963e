import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { LANGUAGES } from '#shared/schema/view.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'extension/public/_locales');
/** Stores take no longer ones. */
const LIMITS: Record<string, number> = { extensionName: 45, extensionDescription: 132 };
const MessagesSchema = v.record(v.string(), v.strictObject({ message: v.pipe(v.string(), v.minLength(1)) }));

const locales = readdirSync(FOLDER);
const messagesIn = (locale: string) =>
  v.parse(MessagesSchema, JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')));

it('speaks in the manifest what it speaks elsewhere', () => {
  expect([...new Set(locales.map((locale) => locale.split('_')[0]))].toSorted()).toEqual(
    [...LANGUAGES].toSorted(),
  );
});

it.each(locales)('says in %s all that the manifest asks for, and no more', (locale) => {
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
  const asked = [...config.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  const messages = messagesIn(locale);
  expect(Object.keys(messages).toSorted()).toEqual([...new Set(asked)].toSorted());
  for (const [key, { message }] of Object.entries(messages)) {
    expect([key, message.length <= (LIMITS[key] ?? Infinity)]).toEqual([key, true]);
  }
});
