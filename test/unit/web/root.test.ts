import { describe, expect, it } from 'vitest';
import { readRoot, serverOf } from '../../../server/web/app/root.ts';
import { ulidOf } from '../../support/people.ts';

function element(data: Record<string, string>): HTMLElement {
  const root = document.createElement('div');
  Object.assign(root.dataset, data);
  return root;
}

describe('what the server wrote for the page', () => {
  const spaceId = ulidOf(1);

  it('names the Space, the language, the kind and where to get the extension', () => {
    const extensionUrl = 'https://example.org/perch';
    expect(readRoot(element({ spaceId, language: 'fr', kind: 'player', extensionUrl }))).toEqual({
      spaceId,
      language: 'fr',
      kind: 'player',
      extensionUrl,
    });
  });

  it('is an English page without an offer where it does not say', () => {
    const plain = { spaceId, language: 'en', kind: 'page', extensionUrl: null };
    expect(readRoot(element({ spaceId }))).toEqual(plain);
    const odd = { spaceId, language: 'tlh', kind: 'book', extensionUrl: 'javascript:alert(1)' };
    expect(readRoot(element(odd))).toEqual(plain);
  });

  it('is nothing without a Space', () => {
    expect(() => readRoot(element({}))).toThrow();
    expect(() => readRoot(element({ spaceId: '../../etc' }))).toThrow();
  });
});

describe('the server of a page', () => {
  const origin = 'https://perch.example.org';

  it.each([
    ['/s/01ARZ3NDEKTSV4RRFFQ69G5FAV', origin],
    ['/s/01ARZ3NDEKTSV4RRFFQ69G5FAV/player', origin],
    ['/s/01ARZ3NDEKTSV4RRFFQ69G5FAV/', origin],
    ['/moderation', origin],
    ['/live/moderation/', `${origin}/live`],
    ['/live/s/01ARZ3NDEKTSV4RRFFQ69G5FAV', `${origin}/live`],
    ['/s/s/01ARZ3NDEKTSV4RRFFQ69G5FAV/player', `${origin}/s`],
  ])('stands before the path %s', (pathname, server) => {
    expect(serverOf({ origin, pathname })).toBe(server);
  });
});
