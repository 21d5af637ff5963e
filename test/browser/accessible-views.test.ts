import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import { THEMES } from '../screens/looks.ts';
import { SHOTS } from '../screens/shots.ts';
import { axeFaults, openShadows } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

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

it.each(THEMES.flatMap((theme) => shown.map((shot) => ({ name: shot.name, theme, shot }))))(
  'everybody can use $name in its $theme theme, as far as axe tells',
  async ({ shot, theme }) => {
    await show(page, { shot, theme, origin: gallery.origin });
    expect(await axeFaults(page)).toEqual([]);
  },
);
