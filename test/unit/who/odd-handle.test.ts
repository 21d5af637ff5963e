import fc from 'fast-check';
import { domainToASCII, domainToUnicode } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fromPunycode, isOddHandle } from '#shared/policy/odd-handle.ts';

describe('a handle', () => {
  it.each([
    '@ana',
    '@ana@mastodon.social',
    '@ana.bsky.social',
    '@ana_2@xn--bcher-kva.example',
    '@josé@bücher.example',
    `@ivan@${domainToASCII('почта.рф')}`,
    '@علي@مثال.إختبار',
    '@花子@例え.テスト',
    '@ana@xn--nonsense--.example',
    '@Москва@example.org',
  ])('is what it looks like: %s', (handle) => {
    expect(isOddHandle(handle)).toBe(false);
  });

  it.each([
    ['mixes alphabets in the name', '@\u0430na@mastodon.social'],
    ['mixes them in the server', '@ana@m\u0430stodon.social'],
    ['mixes them behind punycode', `@ana@${domainToASCII('m\u0430stodon.social')}`],
    ['is all of another alphabet, and looks Latin', '@\u0441\u043e\u0440\u0435@mastodon.social'],
    ['does so behind punycode', '@ana@xn--80ak6aa92e.com'],
  ])('is odd when it %s', (_, handle) => {
    expect(isOddHandle(handle)).toBe(true);
  });
});

describe('punycode', () => {
  it.each([
    ['bcher-kva', 'bücher'],
    ['80ak6aa92e', 'аррӏе'],
  ])('reads %s', (text, plain) => {
    expect(fromPunycode(text)).toBe(plain);
  });

  it('reads what the platform writes', () => {
    for (const word of ['bücher', 'пример', 'παράδειγμα', 'مثال', '例え', 'ñandú-niño', '한국어']) {
      const ascii = domainToASCII(word);
      expect(ascii).toMatch(/^xn--/);
      expect(fromPunycode(ascii.slice(4))).toBe(domainToUnicode(ascii));
    }
  });

  it('is never stuck, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const plain = fromPunycode(text);
        expect(plain === null || typeof plain === 'string').toBe(true);
        isOddHandle(`@${text}@xn--${text}.example`);
      }),
    );
  });
});
