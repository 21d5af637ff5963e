import { describe, expect, it } from 'vitest';
import { hashOfKey } from '#shared/schema/identity.ts';
import { matchAuthors } from '../../../extension/entrypoints/timeline/authors.ts';
import type { LiveKeys } from '../../../extension/entrypoints/timeline/live-keys.ts';
import type { Site } from '../../../extension/sites/site.ts';
import { until } from '../../support/until.ts';

const SPACE = { id: 'space', v: '1', server: '' };
const HERS = { ...SPACE, pid: 'hers' };

interface Told {
  live: LiveKeys;
  /** By key who that is on stage. */
  confirmed: Record<string, string>;
  domain?: string | null;
}

/** Authors by the text of a post. */
function setUp({ live, confirmed, domain = null }: Told) {
  const asked: string[] = [];
  let wakes = 0;
  const site = {
    hasLocalNames: true,
    keys: (post: Element, local: string | null) => [`ap:${post.textContent}${local ? `@${local}` : ''}`],
  } as Partial<Site> as Site;
  const spaceOf = matchAuthors({
    site,
    live: () => live,
    confirm: async (version) => {
      asked.push(version);
      return new Map(Object.entries(confirmed));
    },
    domain: async () => domain,
    again: () => (wakes += 1),
  });
  const look = (name: string) => {
    const post = document.createElement('article');
    post.textContent = name;
    return spaceOf(post);
  };
  return { look, asked, wakes: () => wakes };
}

describe('matching authors', () => {
  it('finds the Space of somebody whom the Space itself names', async () => {
    const live = new Map([[await hashOfKey('ap:ana@example.social'), SPACE]]);
    const { look } = setUp({
      live,
      confirmed: { 'ap:ana@example.social': 'hers' },
      domain: 'example.social',
    });
    expect(await until('her Space', async () => look('ana'))).toEqual(HERS);
  });

  it('finds nobody whose hash is on a card but whose name is not in the Space', async () => {
    const live = new Map([[await hashOfKey('ap:ana'), SPACE]]);
    const { look, asked, wakes } = setUp({ live, confirmed: { 'ap:somebody-else': 'theirs' } });
    look('ana');
    await until('the domain and the hash', async () => wakes() === 2);
    look('ana');
    await until('the answer of the Space', async () => wakes() === 3);
    expect(look('ana')).toBeNull();
    expect(asked).toEqual(['space  1']);
  });

  it('asks no server about anybody who is on no card', async () => {
    const live = new Map([[await hashOfKey('ap:ana'), SPACE]]);
    const { look, asked, wakes } = setUp({ live, confirmed: {} });
    look('bela');
    await until('the domain and the hash', async () => wakes() === 2);
    expect(look('bela')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('asks once for a Space however many of its people are read', async () => {
    const live = new Map([
      [await hashOfKey('ap:ana'), SPACE],
      [await hashOfKey('ap:bela'), SPACE],
    ]);
    const { look, asked } = setUp({ live, confirmed: { 'ap:ana': 'hers', 'ap:bela': 'his' } });
    for (const name of ['ana', 'bela', 'ana']) await until(name, async () => look(name));
    expect(asked).toEqual(['space  1']);
  });

  it('asks the server of the Space, where that is not home', async () => {
    const away = { ...SPACE, server: 'https://away.test' };
    const live = new Map([[await hashOfKey('ap:ana'), away]]);
    const { look, asked } = setUp({ live, confirmed: { 'ap:ana': 'hers' } });
    await until('her Space', async () => look('ana'));
    expect(asked).toEqual(['space https://away.test 1']);
  });

  it('reads nothing while nobody is live', () => {
    const { look, asked, wakes } = setUp({ live: new Map(), confirmed: {} });
    expect(look('ana')).toBeNull();
    expect([asked, wakes()]).toEqual([[], 0]);
  });
});
