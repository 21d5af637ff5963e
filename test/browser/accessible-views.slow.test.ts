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

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

it.each([...light, ...dark])(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await gallery.show({ shot, theme });
    expect(await axeFaults(gallery.page)).toEqual([]);
  },
);
