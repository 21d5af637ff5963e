import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../server/demo/child.ts';

const run = promisify(execFile);
const BUILD_MS = 120_000;

let folder: string;

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-zip-'));
  const { PERCH_DEMO: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  await run(process.execPath, [join(ROOT, 'test/support/zip-extension.ts'), folder], { cwd: ROOT, env });
}, BUILD_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('zips one package of the extension', async () => {
  const zips = (await filesIn(folder)).filter((file) => file.endsWith('.zip'));
  expect(zips).toHaveLength(1);
  expect((await readFile(zips[0]!)).subarray(0, 2).toString()).toBe('PK');
});

it('runs on the four sites that it names, and asks for no other', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'chrome-mv3/manifest.json'), 'utf8')) as {
    content_scripts: { matches: string[]; js: string[]; css: string[] }[];
    optional_host_permissions?: string[];
  };
  const hosts = manifest.content_scripts.flatMap(({ matches }) => matches);
  expect(hosts.map((match) => new URL(match.replace('/*', '')).hostname).toSorted()).toEqual([
    'bsky.app',
    'elk.zone',
    'main.elk.zone',
    'mobile.twitter.com',
    'mobile.x.com',
    'phanpy.social',
    'twitter.com',
    'x.com',
  ]);
  expect(manifest).not.toHaveProperty('host_permissions');
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  const files = manifest.content_scripts.flatMap(({ js, css }) => [...js, ...css]);
  for (const file of files) expect(await readFile(join(folder, 'chrome-mv3', file), 'utf8')).not.toBe('');
});

it('holds nothing of the demo', async () => {
  const files = (await filesIn(join(folder, 'chrome-mv3'))).map((file) => file.slice(folder.length));
  expect(files.filter((file) => /demo/i.test(file))).toEqual([]);
  const texts = await Promise.all(
    files
      .filter((file) => /\.(js|html|json|css)$/.test(file))
      .map((file) => readFile(join(folder, file), 'utf8')),
  );
  for (const text of texts) expect(text).not.toMatch(/\/demo\/|home-column/);
});
