import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scriptsFor } from '../../extension/sites/scripts.ts';
import { SOFTWARE } from '../../extension/sites/software.ts';
import { ROOT } from '../../server/demo/child.ts';
import type { Figure, Row } from './row.ts';

const OUTPUT = '.output/bench-size';
const KB = 1000;
const SITE_IDS = ['x', ...Object.keys(SOFTWARE)];

let built: Promise<string> | undefined;

async function build(): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, 'test/support/build-extension.ts'), OUTPUT], {
    cwd: ROOT,
    env: { ...process.env, PERCH_DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('The extension could not be built.');
  return join(ROOT, OUTPUT, 'chrome-mv3');
}

const extension = () => (built ??= build());

async function gzipped(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(async (file) => gzipSync(await readFile(file)).length));
  return sizes.reduce((sum, size) => sum + size, 0) / KB;
}

/** The page and all that it loads before it stands: scripts, their static imports and styles. */
async function reach(root: string, file: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(file, 'utf8');
  const links = file.endsWith('.html')
    ? [...text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => join(root, path!))
    : [...text.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map(([, path]) =>
        resolve(dirname(file), path!),
      );
  for (const link of links) await reach(root, link, seen);
  return seen;
}

function againstLimit(value: number, limit: number): Figure {
  return {
    value: Math.round(value * 10) / 10,
    unit: 'kB gzip',
    against: `limit of ${limit} kB`,
    ratio: value / limit,
    goal: `<= ${limit} kB`,
    holds: value <= limit,
  };
}

/** What one page of the heaviest site gets: its adapter, the bar and the marks. */
export const contentScriptGzip: Row = {
  name: 'content-script-gzip',
  async run() {
    const root = await extension();
    const pages = SITE_IDS.map((id) => Object.values(scriptsFor(id)).flat());
    const sizes = await Promise.all(pages.map((files) => gzipped(files.map((file) => join(root, file)))));
    return againstLimit(Math.max(...sizes), 25);
  },
};

export const popupGzip: Row = {
  name: 'popup-gzip',
  async run() {
    const root = await extension();
    return againstLimit(await gzipped(await reach(root, join(root, 'popup.html'))), 60);
  },
};
