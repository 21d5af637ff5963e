import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const STAMP = 'stamp';
const TRIES = 5;

export interface BuildJob {
  /** The folder that is to hold what was built. */
  output: string;
  /** Names the sources as they are now. */
  stamp: () => Promise<string>;
  /** Builds into an empty folder. */
  make: (folder: string) => Promise<void>;
}

/** Builds unless `output` holds what these sources make. Others may do the same at the same time: each sees a whole folder. */
export async function ensureBuilt({ output, stamp, make }: BuildJob): Promise<void> {
  const wanted = await stamp();
  if (await holds(output, wanted)) return;
  await mkdir(dirname(output), { recursive: true });
  const folder = await mkdtemp(`${output}-`);
  try {
    await make(folder);
    await writeFile(join(folder, STAMP), wanted);
    await publish(folder, output, wanted);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function holds(output: string, stamp: string): Promise<boolean> {
  return (await readFile(join(output, STAMP), 'utf8').catch(() => null)) === stamp;
}

async function publish(folder: string, output: string, stamp: string): Promise<void> {
  for (let left = TRIES; !(await moved(folder, output, left > 1)); left -= 1) {
    if (await holds(output, stamp)) return;
    const old = `${folder}-old`;
    await moved(output, old, true);
    await rm(old, { recursive: true, force: true });
  }
}

/** False where something stands in the way, or is gone already. */
async function moved(from: string, to: string, isPatient: boolean): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (isPatient && ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) return false;
    throw error;
  }
}
