import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer-core';
import type { Picture } from './shoot.ts';

const STYLE = `body{margin:0;padding:24px;background:#cfccd4;font:11px system-ui;color:#333}
main{display:flex;flex-wrap:wrap;align-items:flex-start;gap:16px}figure{margin:0}
img{display:block;border-radius:10px;box-shadow:0 4px 18px #0003}figcaption{padding:6px 2px}`;
const ZOOM = 0.62;

/** Puts all pictures on one sheet. */
export async function contactSheet(browser: Browser, pictures: Picture[], path: string): Promise<void> {
  const figures = await Promise.all(
    pictures
      .toSorted((a, b) => a.order - b.order)
      .map(async ({ name, path: file, width }) => {
        const data = (await readFile(file)).toString('base64');
        return `<figure><img width="${Math.round(width * ZOOM)}" src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`;
      }),
  );
  const page = await browser.newPage();
  await page.setViewport({ width: 1928, height: 1200 });
  await page.setContent(`<style>${STYLE}</style><main>${figures.join('')}</main>`, { waitUntil: 'load' });
  await page.screenshot({ path: path as `${string}.png`, fullPage: true });
  await page.close();
}
