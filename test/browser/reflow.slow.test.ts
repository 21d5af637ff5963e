import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#shared/schema/view.ts';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show } from '../screens/shoot.ts';
import type { Shot } from '../screens/shots.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';

/** What is left of a window of 1280 px at 400 %, and of a popup that is zoomed. CSS pixels. */
const NARROW = 320;
/** The words that run longest, and those that run the other way. */
const TONGUES: Language[] = ['en', 'de', 'ar'];

type View = Pick<Shot, 'kind' | 'state'> & Partial<Shot>;

const VIEWS: Record<string, View> = {
  list: { kind: 'popup', state: 'list' },
  'form to host': { kind: 'popup', state: 'peopleFollowing', click: ['.button[data-opens=form]'] },
  'player of a listener': { kind: 'popup', state: 'stageListener' },
  'player of a host': { kind: 'popup', state: 'stageHost' },
  people: { kind: 'popup', state: 'stageHost', click: ['.button[data-opens=people]'] },
  options: { kind: 'options', state: 'list', site: 'many' },
  welcome: { kind: 'welcome', state: 'list' },
  'page of a Space': { kind: 'page', state: 'shareBefore' },
  'page of a Space, listening': { kind: 'page', state: 'stageListener' },
  'people with hostile names': {
    kind: 'popup',
    state: 'stageHostile',
    click: ['.button[data-opens=people]'],
  },
  'player with hostile names': { kind: 'popup', state: 'hostileIn' },
  'player with thirteen namesakes': { kind: 'popup', state: 'stageNamesakes' },
};

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

/** What can be scrolled sideways and should not, the page first. The options' contents are one strip that is made for it. */
const sideways = () =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body, main, main *, dialog')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
      .filter((each) => each === document.documentElement || getComputedStyle(each).overflowY === 'auto')
      .filter((each) => !each.matches('.part-list > ul'))
      .map((each) => `${each.tagName} ${each.className}: ${each.scrollWidth} of ${each.clientWidth}`),
  );

describe('at 320 px', () => {
  it.each(
    Object.entries(VIEWS).flatMap(([name, view]) => TONGUES.map((language) => ({ name, view, language }))),
  )('$name in $language lets nothing stick out sideways', async ({ name, view, language }) => {
    const shot: Shot = { name, width: NARROW, height: 640, language, ...view };
    await show(page, { shot, theme: 'light', origin: gallery.origin });
    expect(await sideways()).toEqual([]);
  });
});
