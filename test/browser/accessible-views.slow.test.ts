import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import { THEMES } from '../screens/looks.ts';
import { SHOTS } from '../screens/shots.ts';
import { turn } from '../screens/turn.ts';
import { axeFaults, openShadows } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

const ours = SHOTS.filter(({ language }) => !language);
const turned = await Promise.all(ours.map((shot) => turn(shot, 'ar')));
const all = [...SHOTS, ...turned.filter((shot) => shot !== null)];

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let plain: PlainBrowser | undefined;
let page: Page;

beforeAll(async () => {
  [gallery, plain] = await Promise.all([serveGallery(), launchPlain()]);
  page = await plain.browser.newPage();
  await openShadows(page);
});
afterAll(async () => {
  await plain?.close();
  await gallery?.close();
});

it.each(THEMES.flatMap((theme) => all.map((shot) => ({ name: shot.name, theme, shot }))))(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await show(page, { shot, theme, origin: gallery.origin });
    expect(await axeFaults(page)).toEqual([]);
  },
);
