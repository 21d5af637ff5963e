import { describe, expect, it } from 'vitest';
import { hashOfKey } from '#shared/schema/identity.ts';
import { matchAuthors } from '../../../extension/entrypoints/timeline/authors.ts';
import type { LiveKeys } from '../../../extension/entrypoints/timeline/live-keys.ts';
import type { Site } from '../../../extension/sites/site.ts';

const SPACE = { id: 'space', v: 1 };

/** Authors by the text of a post, looked at again until nothing more comes. */
function setUp({
  live,
  confirmed,
  domain = null,
}: {
  live: LiveKeys;
  confirmed: string[];
  domain?: string | null;
}) {
  const asked: string[] = [];
  const site = {
    hasLocalNames: true,
    keys: (post: Element, local: string | null) => [`ap:${post.textContent}${local ? `@${local}` : ''}`],
  } as Partial<Site> as Site;
  let wake = () => {};
  const spaceOf = matchAuthors({
    site,
    live: () => live,
    confirm: async (spaceId) => {
      asked.push(spaceId);
      return new Set(confirmed);
    },
    domain: async () => domain,
    again: () => wake(),
  });
  const settle = async (name: string) => {
    const post = document.createElement('article');
    post.textContent = name;
    for (let round = 0; round < 4; round += 1) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const found = spaceOf(post);
      if (found) return found;
      await Promise.race([woken, new Promise((resolve) => setTimeout(resolve, 20))]);
    }
    return spaceOf(post);
  };
  return { settle, asked };
}

describe('matching authors', () => {
  it('finds the Space of somebody whom the Space itself names', async () => {
    const live = new Map([[await hashOfKey('ap:ana@example.social'), SPACE]]);
    const { settle } = setUp({ live, confirmed: ['ap:ana@example.social'], domain: 'example.social' });
    expect(await settle('ana')).toEqual(SPACE);
  });

  it('finds nobody whose hash is on a card but whose name is not in the Space', async () => {
    const live = new Map([[await hashOfKey('ap:ana'), SPACE]]);
    const { settle, asked } = setUp({ live, confirmed: ['ap:somebody-else'] });
    expect(await settle('ana')).toBeNull();
    expect(asked).toEqual(['space']);
  });

  it('asks no server about anybody who is on no card', async () => {
    const live = new Map([[await hashOfKey('ap:ana'), SPACE]]);
    const { settle, asked } = setUp({ live, confirmed: [] });
    expect(await settle('bela')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('asks once for a Space however many of its people are read', async () => {
    const live = new Map([
      [await hashOfKey('ap:ana'), SPACE],
      [await hashOfKey('ap:bela'), SPACE],
    ]);
    const { settle, asked } = setUp({ live, confirmed: ['ap:ana', 'ap:bela'] });
    await settle('ana');
    await settle('bela');
    await settle('ana');
    expect(asked).toEqual(['space']);
  });

  it('reads nothing while nobody is live', async () => {
    const { settle, asked } = setUp({ live: new Map(), confirmed: [] });
    expect(await settle('ana')).toBeNull();
    expect(asked).toEqual([]);
  });
});
