import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../server/demo/child.ts';

const run = promisify(execFile);
const ManifestSchema = v.object({
  permissions: v.array(v.string()),
  host_permissions: v.optional(v.array(v.string())),
  optional_host_permissions: v.array(v.string()),
  content_scripts: v.array(v.object({ matches: v.array(v.string()) })),
});
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

it('asks for what the README gives a reason for, and for no site but those that it names', async () => {
  const manifest = v.parse(
    ManifestSchema,
    JSON.parse(await readFile(join(folder, 'chrome-mv3/manifest.json'), 'utf8')),
  );
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'offscreen',
    'activeTab',
    'scripting',
    'identity',
  ]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  const sites = new Set(manifest.content_scripts.flatMap(({ matches }) => matches));
  expect([...sites]).toEqual([
    'https://x.com/*',
    'https://mobile.x.com/*',
    'https://twitter.com/*',
    'https://mobile.twitter.com/*',
    'https://bsky.app/*',
    'https://elk.zone/*',
    'https://main.elk.zone/*',
    'https://phanpy.social/*',
  ]);
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  for (const permission of [...manifest.permissions, ...manifest.optional_host_permissions]) {
    expect(readme).toContain(`| \`${permission}\``);
  }
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
