import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, runCommand } from './run-command.ts';

const PROGRESS_MS = 5_000;
const LOCK_POLL_MS = 1_000;

/** Builds the version that the file name ends with at `path`, once, even when several ask at a time; says every few seconds how long it has taken. */
export async function buildLiveKit(path: string, say: (line: string) => void): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say('Building LiveKit with Go. This happens once and takes about 4 minutes.');
  const timer = setInterval(() => say(`Building LiveKit: ${seconds()} s`), PROGRESS_MS);
  try {
    await withLock(`${path}.lock`, () => installOnce(path));
  } finally {
    clearInterval(timer);
  }
  say(`LiveKit is built (${seconds()} s).`);
}

async function installOnce(path: string): Promise<void> {
  if (await exists(path)) return;
  const version = basename(path).replace('livekit-server-', '');
  const bin = `${path}.build`;
  await rm(bin, { recursive: true, force: true });
  await mkdir(bin);
  try {
    const source = `github.com/livekit/livekit-server/cmd/server@v${version}`;
    await runCommand('go', ['install', source], { ...process.env, GOBIN: bin });
    await rename(join(bin, process.platform === 'win32' ? 'server.exe' : 'server'), path);
  } finally {
    await rm(bin, { recursive: true, force: true });
  }
}

/** Runs `work` while holding a lock file; one left behind by a process that is gone is taken over. */
async function withLock(file: string, work: () => Promise<void>): Promise<void> {
  while (!(await take(file))) {
    if (await isAbandoned(file)) await rm(file, { force: true });
    else await sleep(LOCK_POLL_MS);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}

// A link appears whole, so nobody reads a lock before its owner is written in it.
async function take(file: string): Promise<boolean> {
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

async function isAbandoned(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  return Number.isInteger(pid) && pid > 0 && !isRunning(pid);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
