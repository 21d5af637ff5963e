import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../server/demo/child.ts';
import { runCommand } from '../../../server/media/run-command.ts';
import { withProgress } from './progress.ts';

const FOLDER = join(ROOT, 'test/identity');
const STAMP = join(FOLDER, 'node_modules', '.perch-stamp');

/** Installs Bluesky's own servers by their lock file unless that was done; answers the program that starts them. */
export async function installDevEnv(): Promise<string> {
  const lock = createHash('sha256')
    .update(readFileSync(join(FOLDER, 'package-lock.json')))
    .digest('hex');
  if (stamp() !== lock) {
    await withProgress("Installing Bluesky's own servers for the tests", install);
    writeFileSync(STAMP, lock);
  }
  return join(FOLDER, 'servers.mjs');
}

function stamp(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Nothing is compiled: all that is native there comes as it is. */
async function install(): Promise<void> {
  const args = ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  if (npm === undefined) await runCommand('npm', args, process.env);
  else await runCommand(process.execPath, [npm, ...args], process.env);
}
