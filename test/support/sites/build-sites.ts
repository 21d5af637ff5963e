import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../../server/demo/child.ts';

const OUTPUT = '.output/sites';
const SOURCES = ['test/support/sites/**/*.{ts,tsx,css,html}', 'package-lock.json'];

/** The hash of all that the built sites come from. */
async function hashOfSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(SOURCES, { cwd: ROOT })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(ROOT, file)));
  return hash.digest('hex');
}

/** Builds the fixture sites unless what is there comes from the same sources; answers their folder. */
export async function buildSites(): Promise<string> {
  const folder = join(ROOT, OUTPUT);
  const stamp = join(folder, 'sources.txt');
  const hash = await hashOfSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) return folder;
  // A test run's NODE_ENV would make development builds of the frameworks.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  const child = spawn(process.execPath, [join(ROOT, 'test/support/sites/build.ts'), folder], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`The fixture sites could not be built.\n${out}\n${err}`);
  await writeFile(stamp, hash);
  return folder;
}
