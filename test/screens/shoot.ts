import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { SHOTS, THEMES, type Shot } from './shots.ts';

export interface Picture {
  name: string;
  path: string;
  width: number;
  order: number;
}

async function act(page: Page, shot: Shot): Promise<void> {
  for (const name of shot.click ?? []) {
    const button = await page.waitForSelector(name.startsWith('.') ? name : `aria/${name}`, {
      visible: true,
    });
    // The bar takes no clicks until it has stood still for a moment.
    await page.waitForFunction((element) => !element!.hasAttribute('aria-disabled'), {}, button);
    await button!.click();
  }
  // The page of the account is fetched when it is wanted, and asks who that is.
  await page.waitForFunction(
    () => document.querySelector('.account > *') !== null || !document.querySelector('[data-page="account"]'),
  );
  if (shot.react) await page.evaluate('react()');
  if (shot.waitFor) await page.waitForSelector(`text/${shot.waitFor}`);
  if (shot.becomes) await page.evaluate(`become(${JSON.stringify(shot.becomes)})`);
  if (!shot.type) return;
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await page.keyboard.type(shot.type);
}

/** Brings a page of the gallery to where the picture is taken. */
export async function show(page: Page, { shot, theme, origin }: Showing): Promise<void> {
  const { kind, state, width, height } = shot;
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
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

async function take(page: Page, folder: string, showing: Showing): Promise<Picture> {
  await show(page, showing);
  const { shot, theme } = showing;
  const path = join(folder, `${shot.name}-${theme}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  return { name: `${shot.name}-${theme}`, path, width: shot.width, order: SHOTS.indexOf(shot) };
}

export interface Showing {
  shot: Shot;
  theme: (typeof THEMES)[number];
  origin: string;
}

/** Takes a picture of every view in light and dark; `only` keeps those whose name holds it. */
export async function shoot(browser: Browser, origin: string, folder: string, only = ''): Promise<Picture[]> {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage();
  const pictures: Picture[] = [];
  for (const theme of THEMES) {
    for (const shot of SHOTS.filter(({ name }) => name.includes(only))) {
      pictures.push(await take(page, folder, { shot, theme, origin }));
    }
  }
  await page.close();
  return pictures;
}
