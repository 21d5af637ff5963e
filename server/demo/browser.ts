import { access, constants, glob, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { outputOf, runCommand } from '../media/run-command.ts';
import { type BrowserKind, CHROMIUM } from './browser-kinds.ts';

/** What finding a browser needs of the machine. */
export interface Machine {
  /** What a person has named. */
  chosen: string | undefined;
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

const PROGRESS_MS = 5_000;

const waysOf = ({ name, variable, why }: BrowserKind) =>
  `Perch needs ${name} for this and found none (${why}): install ${name}, or set ${variable} to one.`;

async function chosen(path: string, kind: BrowserKind, machine: Machine): Promise<string> {
  const { name, variable, why } = kind;
  const version = (await machine.isExecutable(path)) ? await machine.version(path) : null;
  if (version === null)
    throw new BrowserMissing(`${variable} is ${path}, which cannot be run: set it to a ${name}.`);
  if (kind.serves(version)) return path;
  throw new BrowserMissing(`${variable} is ${version.trim()}, and ${why}: set it to a ${name}.`);
}

async function installed(kind: BrowserKind, machine: Machine): Promise<string | null> {
  for (const path of await machine.candidates()) {
    if (!(await machine.isExecutable(path))) continue;
    const version = await machine.version(path);
    if (version !== null && kind.serves(version)) return path;
  }
  return null;
}

/** The path of a browser, installed if need be and allowed. Throws `BrowserMissing` with one sentence that says what to do. */
export async function findBrowser(
  say: (line: string) => void,
  kind: BrowserKind = CHROMIUM,
  machine: Machine = thisMachine(kind),
): Promise<string> {
  if (machine.chosen) return chosen(machine.chosen, kind, machine);
  const found = await installed(kind, machine);
  if (found !== null) return found;
  if (!(await machine.canInstall())) throw new BrowserMissing(waysOf(kind));
  await machine.install(say).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BrowserMissing(`${kind.name} could not be installed (${why}). ${waysOf(kind)}`, { cause });
  });
  const fresh = await installed(kind, machine);
  if (fresh === null) throw new BrowserMissing(waysOf(kind));
  return fresh;
}

async function candidates(
  { programs, places, cached }: BrowserKind,
  env: NodeJS.ProcessEnv,
): Promise<string[]> {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
  const kept: string[] = [];
  for await (const path of glob([...cached], { cwd: homedir() })) kept.push(join(homedir(), path));
  return [...onPath, ...places, ...kept];
}

async function installWithApt({ name, debian }: BrowserKind, say: (line: string) => void): Promise<void> {
  const started = Date.now();
  say(`Installing ${name} with apt-get. This happens once.`);
  const progress = () => say(`Installing ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
  const timer = setInterval(progress, PROGRESS_MS);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runCommand('apt-get', ['update', '-qq'], env);
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], env);
  } finally {
    clearInterval(timer);
  }
}

/** The machine that this process runs on. */
export function thisMachine(kind: BrowserKind = CHROMIUM, env: NodeJS.ProcessEnv = process.env): Machine {
  return {
    chosen: env[kind.variable],
    candidates: () => candidates(kind, env),
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
    install: (say) => installWithApt(kind, say),
  };
}
