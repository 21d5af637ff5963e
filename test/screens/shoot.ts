import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { THEMES, widthsOf, type Theme } from './looks.ts';
import { SHOTS, type Shot } from './shots.ts';

/** How many are taken at a time. */
const PAGES = 3;
const IN_PAGES = new Set<Shot['kind']>(['bar', 'posts']);

export interface Picture {
  shot: Shot;
  theme: Theme;
  /** CSS pixels. */
  width: number;
  path: string;
}

/** Whether what is clicked is told by a selector and not by its name. */
export const isSelector = (name: string) => /^\.|^::/.test(name);

async function act(page: Page, shot: Shot): Promise<void> {
  for (const name of shot.click ?? []) {
    const button = await page.waitForSelector(isSelector(name) ? name : `aria/${name}`, {
      visible: true,
    });
    // The bar takes no clicks until it has stood still for a moment.
    await page.waitForFunction((element) => !element!.hasAttribute('aria-disabled'), {}, button);
    const opensSheet = await button!.evaluate((element) => element.ariaHasPopup === 'dialog');
    await button!.click();
    // Most sheets are fetched when they are wanted.
    if (opensSheet && !IN_PAGES.has(shot.kind)) await page.waitForSelector('dialog[open]');
  }
  // The page of the account is fetched when it is wanted, and asks who that is.
  await page.waitForFunction(
    () => document.querySelector('.account > *') !== null || !document.querySelector('[data-page="account"]'),
  );
  if (shot.react) await page.evaluate('react()');
  if (shot.waitFor) await page.waitForSelector(shot.waitFor);
  if (shot.becomes) await page.evaluate(`become(${JSON.stringify(shot.becomes)})`);
  if (!shot.type) return;
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type(shot.type);
}

/** Brings a page of the gallery to where the picture is taken. */
export async function show(page: Page, { shot, theme, origin, width = shot.width }: Showing): Promise<void> {
  const { kind, state, height } = shot;
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await dress(page, theme);
  const query = new URLSearchParams({
    kind,
    state,
    theme,
    ...(shot.site && { site: shot.site }),
    ...(shot.language && { language: shot.language }),
  });
  await page.goto(`${origin}/gallery.html?${query}`, { waitUntil: 'load' });
  await page.waitForSelector('main');
  await act(page, shot);
}

async function dress(page: Page, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Takes one view in both themes and all its widths. Pages of ours change their clothes where they stand; a bar is put up anew for each page's colours. */
async function takeAll(page: Page, shot: Shot, { origin, folder }: Studio): Promise<Picture[]> {
  const widths = widthsOf(shot);
  const pictures: Picture[] = [];
  for (const theme of THEMES) {
    if (theme === THEMES[0] || IN_PAGES.has(shot.kind)) {
      await show(page, { shot, theme, origin, width: widths[0]! });
    } else {
      await dress(page, theme);
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    }
    for (const width of widths) {
      await page.setViewport({ width, height: shot.height, deviceScaleFactor: 2 });
      await page.evaluate('document.fonts.ready.then(() => null)');
      const path = join(folder, `${shot.name}-${width}-${theme}.png`);
      await page.screenshot({ path: path as `${string}.png`, optimizeForSpeed: true });
      pictures.push({ shot, theme, width, path });
    }
  }
  return pictures;
}

export interface Showing {
  shot: Shot;
  theme: Theme;
  origin: string;
  /** CSS pixels; the shot's own when left out. */
  width?: number;
}

interface Studio {
  origin: string;
  folder: string;
}

/** Takes pictures of every view; `only` keeps those whose name holds it. They come in the order of `SHOTS`. */
export async function shoot(browser: Browser, studio: Studio, only = ''): Promise<Picture[]> {
  await mkdir(studio.folder, { recursive: true });
  const waiting = SHOTS.filter(({ name }) => name.includes(only));
  const pictures: Picture[] = [];
  const work = async () => {
    // A window each, so that none of them waits in the background.
    const page = await browser.newPage({ type: 'window' });
    for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
      pictures.push(...(await takeAll(page, shot, studio)));
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  return pictures.toSorted((one, other) => SHOTS.indexOf(one.shot) - SHOTS.indexOf(other.shot));
}
