import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import { THEMES } from '../screens/looks.ts';
import { SHOTS } from '../screens/shots.ts';
import { axeFaults, openShadows } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

/** Lists in which more than a name is a button's, and the views of signing in, of the account and of operators, by the names of their pictures. */
const VIEWS = [
  'popup-list',
  'popup-people',
  'popup-site-new',
  'bar-people-first',
  'arabic-list',
  'account-sign-in',
  'account-sign-in-wrong',
  'account-waiting',
  'account-taken',
  'account-one',
  'account-many',
  'account-name',
  'account-remove-last',
  'account-options',
  'account-options-delete',
  'account-page-sign-in',
  'account-page-wide',
  'popup-who-person-like',
  'moderation-door',
  'moderation-reports',
  'moderation-suspend',
  'moderation-domains',
  'moderation-trail',
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
