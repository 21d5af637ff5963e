import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import { SHOTS } from '../screens/shots.ts';
import { turn } from '../screens/turn.ts';
import { axeFaults, openShadows } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

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

it.each([...light, ...dark])(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await show(page, { shot, theme, origin: gallery.origin });
    expect(await axeFaults(page)).toEqual([]);
  },
);
