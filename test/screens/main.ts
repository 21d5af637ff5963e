import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { contactSheet } from './contact-sheet.ts';
import { serveGallery } from './serve-gallery.ts';
import { shoot } from './shoot.ts';

const folder = fileURLToPath(new URL('../../screens', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const gallery = await serveGallery();
const browser = await puppeteer.launch({
  executablePath: await findBrowser(say),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const pictures = await shoot(browser, { origin: gallery.origin, folder }, process.argv[2]);
  await contactSheet(pictures, join(folder, 'contact-sheet.png'));
  say(`${pictures.length} pictures and contact-sheet.png in ${folder}`);
} finally {
  await browser.close();
  await gallery.close();
}
