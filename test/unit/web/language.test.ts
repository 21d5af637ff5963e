import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../server/web/language.ts';

describe('the language of a page', () => {
  it.each([
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['PT-br', 'pt'],
    ['es-419', 'es'],
    ['de-AT, fr;q=0.7', 'de'],
    ['ar-EG', 'ar'],
    ['ja', 'ja'],
    ['hi-IN;q=0.4, en;q=0.3', 'hi'],
    ['en;q=0.5, fr;q=0.9', 'fr'],
    ['zh-TW, de;q=0.4', 'de'],
    ['fr;q=0, es;q=0.1', 'es'],
  ])('is of those that the browser asks for the one that it likes best: %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each(['zh', 'tlh, zh-Hant;q=0.9', '*', '', ';;,q=', undefined])('is English else: %s', (header) => {
    expect(languageOf(header)).toBe('en');
  });
});
