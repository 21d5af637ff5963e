import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

// Preloaded in plain JavaScript: what strips types takes 25 MB that a process never gives back, so the server itself reads
// its TypeScript from a cache, which another process fills whenever the sources have changed.
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'perch', 'compiled');
const FILL_MS = 30_000;
const SOURCES = [import.meta.dirname, join(import.meta.dirname, '..', 'shared')];

const { directory } = enableCompileCache(CACHE);

if (import.meta.main) await Promise.all([import('./main.ts'), import('./run.ts'), import('./config.ts')]);
else if (directory) fillOnce(join(directory, `${stateOfSources()}.filled`));

/** Fills the cache in a process of its own, unless that was done for these sources. */
function fillOnce(mark) {
  if (existsSync(mark)) return;
  const { status } = spawnSync(process.execPath, [import.meta.filename], {
    stdio: 'ignore',
    timeout: FILL_MS,
  });
  if (status === 0) writeFileSync(mark, '');
}

function stateOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const folder of SOURCES) {
    for (const name of readdirSync(folder, { recursive: true })) {
      if (name.endsWith('.ts')) hash.update(`${folder} ${name} ${statSync(join(folder, name)).mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}
