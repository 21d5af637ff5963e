import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { ROOT } from '../../server/demo/child.ts';
import { unpack, unzip } from '../support/unzip.ts';

const run = promisify(execFile);
const REVIEW_MS = 15 * 60_000;
const PACKAGE = `perch-${pkg.version}-firefox.zip`;

let folder: string;

/** What a reviewer's machine knows of ours: where npm is. */
function ofAnother(): NodeJS.ProcessEnv {
  const { PERCH_DEMO: _, PERCH_SLOW: __, NODE_ENV: ___, VITEST: ____, ...env } = process.env;
  const foreign = Object.entries(env).filter(([name]) => !/^(?:npm_|VITEST)/i.test(name));
  const path = (env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(ROOT));
  return { ...Object.fromEntries(foreign), PATH: path.join(delimiter) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-amo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it(
  'comes out of the unpacked sources byte for byte, as a reviewer builds it',
  async () => {
    const env = ofAnother();
    const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
    const zipper = join(ROOT, 'test/support/zip-extension.ts');
    const quiet = { maxBuffer: 10_000_000 };
    await run(process.execPath, [zipper, ours, 'firefox'], { cwd: ROOT, env, ...quiet });
    await unpack(await readFile(join(ours, `perch-${pkg.version}-sources.zip`)), theirs);
    const elsewhere = { cwd: theirs, env, ...quiet };
    await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], elsewhere);
    await run('npm', ['run', 'build-for-amo'], elsewhere);
    const [sent, built] = await Promise.all([
      readFile(join(ours, PACKAGE)),
      readFile(join(theirs, '.output', PACKAGE)),
    ]);
    // By file first, so that a failure names what differs.
    expect([...unzip(built).keys()]).toEqual([...unzip(sent).keys()]);
    for (const [name, content] of unzip(built)) {
      expect(content.equals(unzip(sent).get(name)!), name).toBe(true);
    }
    expect(built.equals(sent)).toBe(true);
  },
  REVIEW_MS,
);
