import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { ROOT } from '../../server/demo/child.ts';
import { askedFor, ManifestSchema, reasonsFor, STORES, type Store } from '../support/packages.ts';
import { unzip } from '../support/unzip.ts';

const run = promisify(execFile);
const BUILD_MS = 600_000;
const LINT_MS = 300_000;
const FindingSchema = v.object({
  code: v.string(),
  file: v.nullish(v.string(), ''),
  line: v.nullish(v.number(), 1),
  column: v.nullish(v.number(), 0),
});
type Finding = v.InferOutput<typeof FindingSchema>;
const LintSchema = v.object({ errors: v.array(FindingSchema), warnings: v.array(FindingSchema) });

let folder: string;
let sources: Map<string, Buffer>;
const packages = new Map<Store, Map<string, Buffer>>();

const zipOf = (what: string) => join(folder, `perch-${pkg.version}-${what}.zip`);
const read = async (what: string) => unzip(await readFile(zipOf(what)));
const manifestOf = (store: Store) =>
  v.parse(ManifestSchema, JSON.parse(packages.get(store)!.get('manifest.json')!.toString()));

/** What the README explains under “For reviewers”, by what stands at such a place: Preact's, and livekit-client's. */
const EXPLAINED: Partial<Record<string, RegExp>> = {
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: /"data_collection_permissions"/,
  UNSAFE_VAR_ASSIGNMENT: /\.innerHTML=\w+\.__html|\(yield [\w.]+\.lock\(\)\)\(\)/,
};
const AROUND = 300;

/** The text in which the linter found something; all of it where it names no place. */
function placeOf({ file, line, column }: Finding): string {
  const text = packages.get('firefox')!.get(file!)?.toString() ?? '';
  const place = text.split('\n')[line! - 1] ?? '';
  return column === 0 ? text : place.slice(Math.max(0, column! - AROUND), column! + AROUND);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-zip-'));
  const { PERCH_DEMO: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  const zipper = join(ROOT, 'test/support/zip-extension.ts');
  await run(process.execPath, [zipper, folder, ...STORES], { cwd: ROOT, env, maxBuffer: 10_000_000 });
  for (const store of STORES) packages.set(store, await read(store));
  sources = await read('sources');
}, BUILD_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes one package for each store, and that of the sources', async () => {
  const zips = (await readdir(folder)).filter((file) => file.endsWith('.zip'));
  expect(zips.map((name) => join(folder, name)).toSorted()).toEqual(
    [...STORES, 'sources'].map(zipOf).toSorted(),
  );
});

describe.each(STORES)('the package for %s', (store) => {
  it('asks for what the README gives a reason for, and for no site but those that it names', async () => {
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    expect(askedFor(manifestOf(store))).toEqual(reasonsFor(readme, store));
  });

  it('needs nothing to be granted but where it puts the bar by itself, and takes no more than the stores are told', () => {
    const { permissions, optional_host_permissions: optional, host_permissions: hosts } = manifestOf(store);
    const common = ['activeTab', 'alarms', 'identity', 'scripting', 'storage'];
    expect(permissions.toSorted()).toEqual(
      store === 'firefox' ? common : [...common, 'offscreen'].toSorted(),
    );
    expect(hosts).toBeUndefined();
    expect(optional).toEqual(['https://*/*']);
  });

  it('has no key, which the stores refuse, and no files that pages could load', () => {
    expect(manifestOf(store).key).toBeUndefined();
    expect(manifestOf(store).web_accessible_resources).toBeUndefined();
  });

  it('holds nothing of the demo', () => {
    const files = [...packages.get(store)!];
    expect(files.map(([name]) => name).filter((name) => /demo/i.test(name))).toEqual([]);
    for (const [name, content] of files) {
      if (/\.(js|html|json|css)$/.test(name)) expect(content.toString()).not.toMatch(/\/demo\/|home-column/);
    }
  });
});

it('gives Edge what it gives Chrome', () => {
  const [chrome, edge] = [packages.get('chrome')!, packages.get('edge')!];
  expect([...edge.keys()]).toEqual([...chrome.keys()]);
  expect(manifestOf('edge')).toEqual(manifestOf('chrome'));
});

it('leaves the key in the folder that is loaded by hand', async () => {
  const manifest = v.parse(
    ManifestSchema,
    JSON.parse(await readFile(join(folder, 'chrome-mv3/manifest.json'), 'utf8')),
  );
  expect(manifest.key).toMatch(/^MII/);
});

it('gives a reviewer what the build needs, and nothing else', () => {
  const names = [...sources.keys()];
  const others = names.filter((name) => !/^(?:extension|shared)\/|^\.env\.production$/.test(name));
  expect(others.toSorted()).toEqual([
    '.npmrc',
    'LICENSE',
    'README.md',
    'package-lock.json',
    'package.json',
    'server/check-node.mjs',
    'tsconfig.json',
    'wxt.config.ts',
  ]);
  expect(
    names.filter((name) => /(?:^|\/)(?:node_modules|\.\w+\/)|\.(?:test|log|sqlite|key)\b/.test(name)),
  ).toEqual([]);
  expect(sources.get('package-lock.json')!.toString()).not.toContain('"resolved": "http');
});

it(
  'passes the check of Mozilla’s linter: no error, and no warning that the README does not explain',
  async () => {
    const linter = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
    const options = { maxBuffer: 10_000_000 };
    const { stdout } = await run(process.execPath, [linter, '-o', 'json', zipOf('firefox')], options).catch(
      (failed: { stdout: string }) => failed,
    );
    const { errors, warnings } = v.parse(LintSchema, JSON.parse(stdout));
    expect(errors).toEqual([]);
    const unexplained = warnings.filter((warning) => !EXPLAINED[warning.code]?.test(placeOf(warning)));
    expect(unexplained.map((warning) => `${warning.code}: ${placeOf(warning)}`)).toEqual([]);
    const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
    for (const { code } of warnings) expect(readme).toContain(`| \`${code}\``);
  },
  LINT_MS,
);
