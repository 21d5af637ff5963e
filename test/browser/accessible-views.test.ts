import { afterAll, beforeAll, expect, it } from 'vitest';
import { THEMES } from '../screens/looks.ts';
import { SHOTS } from '../screens/shots.ts';
import { axeFaults } from '../support/axe.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';

/** One of each kind, by the names of their pictures; the slow tests look at all. */
const VIEWS = [
  'popup-list',
  'popup-people',
  'bar-people-first',
  'arabic-list',
  'account-sign-in',
  'account-options',
  'account-page-sign-in',
  'moderation-reports',
];
const shown = VIEWS.map((name) => SHOTS.find((shot) => shot.name === name)!);

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

it.each(THEMES.flatMap((theme) => shown.map((shot) => ({ name: shot.name, theme, shot }))))(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await gallery.show({ shot, theme });
    expect(await axeFaults(gallery.page)).toEqual([]);
  },
);
