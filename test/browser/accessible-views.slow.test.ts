import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import { THEMES } from '../screens/looks.ts';
import { type Shot, SHOTS } from '../screens/shots.ts';
import { axeFaults } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

/** Those that are reached by the English names of buttons stay in English. */
const isTurned = ({ click = [] }: Shot) => click.every((each) => each.startsWith('.'));
const turned = SHOTS.filter((shot) => !shot.language && isTurned(shot)).map((shot): Shot => ({
  ...shot,
  name: `${shot.name}, from right to left`,
  language: 'ar',
}));

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let plain: PlainBrowser | undefined;
let page: Page;

beforeAll(async () => {
  [gallery, plain] = await Promise.all([serveGallery(), launchPlain()]);
  page = await plain.browser.newPage();
});
afterAll(async () => {
  await plain?.close();
  await gallery?.close();
});

it.each(THEMES.flatMap((theme) => [...SHOTS, ...turned].map((shot) => ({ name: shot.name, theme, shot }))))(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await show(page, { shot, theme, origin: gallery.origin });
    expect(await axeFaults(page)).toEqual([]);
  },
);
