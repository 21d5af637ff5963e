import { access, constants, glob, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { outputOf, runCommand } from '../media/run-command.ts';

/** What finding a browser needs of the machine. */
export interface Machine {
  chromePath: string | undefined;
  /** Where a browser usually stands: the PATH first, then a system's own places and the caches of test tools. */
  candidates(): Promise<string[]>;
  isExecutable(path: string): Promise<boolean>;
  /** The line that `--version` prints, null when the file cannot be run. */
  version(path: string): Promise<string | null>;
  /** Whether `apt-get` may install here. */
  canInstall(): Promise<boolean>;
  install(say: (line: string) => void): Promise<void>;
}

export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing';
}

const NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing'];
const CACHED = [
  '.cache/puppeteer/chrome/*/chrome-linux64/chrome',
  '.cache/ms-playwright/chromium-*/chrome-linux*/chrome',
  'Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium',
];
const MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium';
const PROGRESS_MS = 5_000;

const BRANDED = 'Google Chrome and Microsoft Edge no longer load unpacked extensions from the command line';
const WAYS = `Perch needs Chromium for this and found none (${BRANDED}): install Chromium, or set CHROME_PATH to one.`;

/** Chromium and Chrome for Testing load unpacked extensions; branded Chrome and Edge do not. */
export function loadsExtensions(version: string): boolean {
  if (/chrome for testing/i.test(version)) return true;
  return /chromium/i.test(version);
}

async function chosen(path: string, machine: Machine): Promise<string> {
  const version = (await machine.isExecutable(path)) ? await machine.version(path) : null;
  if (version === null)
    throw new BrowserMissing(`CHROME_PATH is ${path}, which cannot be run: set it to a Chromium.`);
  if (loadsExtensions(version)) return path;
  throw new BrowserMissing(`CHROME_PATH is ${version.trim()}, and ${BRANDED}: set it to a Chromium.`);
}

async function installed(machine: Machine): Promise<string | null> {
  for (const path of await machine.candidates()) {
    if (!(await machine.isExecutable(path))) continue;
    const version = await machine.version(path);
    if (version !== null && loadsExtensions(version)) return path;
  }
  return null;
}

/** The path of a Chromium, installed if need be and allowed. Throws `BrowserMissing` with one sentence that says what to do. */
export async function findBrowser(
  say: (line: string) => void,
  machine: Machine = thisMachine(),
): Promise<string> {
  if (machine.chromePath) return chosen(machine.chromePath, machine);
  const found = await installed(machine);
  if (found !== null) return found;
  if (!(await machine.canInstall())) throw new BrowserMissing(WAYS);
  await machine.install(say).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BrowserMissing(`Chromium could not be installed (${why}). ${WAYS}`, { cause });
  });
  const fresh = await installed(machine);
  if (fresh === null) throw new BrowserMissing(WAYS);
  return fresh;
}

async function candidates(env: NodeJS.ProcessEnv): Promise<string[]> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const cached: string[] = [];
  for await (const path of glob(CACHED, { cwd: homedir() })) cached.push(join(homedir(), path));
  return [...onPath, MAC, ...cached];
}

async function installWithApt(say: (line: string) => void): Promise<void> {
  const started = Date.now();
  say('Installing Chromium with apt-get. This happens once.');
  const progress = () => say(`Installing Chromium: ${Math.round((Date.now() - started) / 1000)} s`);
  const timer = setInterval(progress, PROGRESS_MS);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runCommand('apt-get', ['update', '-qq'], env);
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env);
  } finally {
    clearInterval(timer);
  }
}

/** The machine that this process runs on. */
export function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  return {
    chromePath: env['CHROME_PATH'],
    candidates: () => candidates(env),
    isExecutable: (path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    version: (path) => outputOf(path, ['--version']),
    canInstall: async () => {
      if (process.getuid?.() !== 0) return false;
      const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
      return /^ID(_LIKE)?=.*debian/m.test(release);
    },
    install: installWithApt,
  };
}
