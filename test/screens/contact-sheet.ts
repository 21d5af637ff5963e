import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import type { Picture } from './shoot.ts';

const STYLE = `body{margin:0;padding:24px;background:#d9d6dd;font:11px system-ui;color:#333;columns:6;column-gap:20px;width:1880px}
figure{margin:0 0 20px;break-inside:avoid}img{display:block;width:100%;border-radius:10px;box-shadow:0 4px 18px #0003}
figcaption{padding:6px 2px}`;

/** Puts all pictures on one sheet. */
export async function contactSheet(browser: Browser, pictures: Picture[], path: string): Promise<void> {
  const figures = await Promise.all(
    pictures.map(async ({ name, path: file }) => {
      const data = (await readFile(file)).toString('base64');
      return `<figure><img src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
    }),
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 1928, height: 1200 });
  await page.setContent(`<style>${STYLE}</style>${figures.join('')}`, { waitUntil: 'load' });
  await page.screenshot({ path: path as `${string}.png`, fullPage: true });
  await page.close();
}
