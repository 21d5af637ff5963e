import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.ts';
import { stampOf } from './stamp.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const CONFIG = 'server/web/vite.config.ts';
const SOURCES = ['server/web/app', CONFIG, 'shared', 'package-lock.json'];
const OUTPUT = join(ROOT, '.output/web');

/** Why the app of the pages is not there, in a sentence for the log. */
export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';
}

/** Builds the app of the pages unless that is done, and answers the folder that holds it. Throws `NotBuilt`. */
export async function buildWeb(signal?: AbortSignal): Promise<string> {
  await ensureBuilt({
    output: OUTPUT,
    stamp: () => stampOf(ROOT, SOURCES),
    make: (folder) => runVite(folder, signal),
  });
  return OUTPUT;
}

async function runVite(folder: string, signal?: AbortSignal): Promise<void> {
  const isThere = await access(VITE).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    throw new NotBuilt(
      'The pages of Spaces have no app, because it is not built and Vite is not installed: run "npm run build:web" where all dependencies are, and bring .output/web from there.',
    );
  }
  const child = spawn(process.execPath, [VITE, 'build', '--config', CONFIG, '--outDir', folder], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  await once(child, 'close');
  if (child.exitCode !== 0) throw new NotBuilt(`The app of the pages could not be built.\n${printed.trim()}`);
}

if (import.meta.main) await buildWeb();
