import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import puppeteer from 'puppeteer-core';
import { build, preview } from 'vite';
import { findBrowser } from '../../server/demo/browser.ts';
import { contactSheet } from './contact-sheet.ts';
import { shoot } from './shoot.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = fileURLToPath(new URL('../../screens', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const outDir = await mkdtemp(join(tmpdir(), 'perch-screens-'));
const site = { root, configFile: false, logLevel: 'warn', build: { outDir } } as const;
await build({
  ...site,
  plugins: [preact()],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'esnext',
    rollupOptions: { input: join(root, 'gallery.html') },
  },
});
const server = await preview({ ...site, preview: { port: 0, host: '127.0.0.1' } });
const browser = await puppeteer.launch({
  executablePath: await findBrowser(say),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const address = server.httpServer.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const pictures = await shoot(browser, `http://127.0.0.1:${port}`, folder, process.argv[2]);
  await contactSheet(browser, pictures, join(folder, 'contact-sheet.png'));
  say(`${pictures.length} pictures and contact-sheet.png in ${folder}`);
} finally {
  await browser.close();
  await server.close();
  await rm(outDir, { recursive: true, force: true });
}
