import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHOTS } from '../screens/shots.ts';
import { turn } from '../screens/turn.ts';
import { axeFaults } from '../support/axe.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';

/**
 * Each picture in either theme, and in the dark one turned to Arabic where that can be: what axe says of colours does not
 * depend on the direction, nor what it says of names on the theme.
 */
const light = SHOTS.map((shot) => ({ name: shot.name, theme: 'light' as const, shot }));
const dark = await Promise.all(
  SHOTS.map(async (own) => {
    const shot = (own.language ? null : await turn(own, 'ar')) ?? own;
    return { name: shot.name, theme: 'dark' as const, shot };
  }),
);

/** Two browsers, one for each core; a picture waits for those before it in its own. */
const GALLERIES = 2;
let galleries: Gallery[];
const before: Promise<unknown>[] = [];

beforeAll(async () => {
  galleries = await Promise.all(Array.from({ length: GALLERIES }, () => openGallery()));
});
afterAll(() => Promise.all((galleries ?? []).map((gallery) => gallery.close())));

const pictures = [...light, ...dark].map((picture, at) => ({ ...picture, where: at % GALLERIES }));

it.concurrent.each(pictures)(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme, where }) => {
    const { page, show } = galleries[where]!;
    const look = async () => {
      await show({ shot, theme });
      return axeFaults(page);
    };
    const looked = Promise.resolve(before[where]).then(look);
    // Its own test fails by it; those after it look all the same.
    before[where] = looked.catch(() => null);
    expect(await looked).toEqual([]);
  },
);
