import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir } from '../cache-dir.ts';
import { buildLiveKit } from './build-livekit.ts';
import { outputOf } from './run-command.ts';

export const LIVEKIT_VERSION = '1.13.5';

/** Says one line of progress to whoever waits. */
export type Say = (line: string) => void;

/** What finding LiveKit needs of the machine. */
export interface Machine {
  cacheDir: string;
  /** What the command prints, null when it cannot be run. */
  output(command: string, args: string[]): Promise<string | null>;
  isExecutable(path: string): Promise<boolean>;
  /** Builds LiveKit at `path`. */
  build(path: string, say: Say): Promise<void>;
}

export class LiveKitMissing extends Error {
  override readonly name = 'LiveKitMissing';
}

const WAYS =
  `Perch needs LiveKit ${LIVEKIT_VERSION} for the sound and found none: install Go (https://go.dev/dl) so that it can be ` +
  `built here, or put livekit-server ${LIVEKIT_VERSION} on the PATH, or set LIVEKIT_URL, LIVEKIT_API_KEY and ` +
  'LIVEKIT_API_SECRET to a LiveKit of yours.';

/** The path of a livekit-server that suits: on the PATH, in the user's cache, or built into it. Throws `LiveKitMissing` with one sentence that names the ways. */
export async function findLiveKit(say: Say, machine: Machine = thisMachine()): Promise<string> {
  const printed = await machine.output('livekit-server', ['--version']);
  if (printed !== null && suits(printed)) return 'livekit-server';
  const cached = join(machine.cacheDir, 'bin', `livekit-server-${LIVEKIT_VERSION}`);
  if (await machine.isExecutable(cached)) return cached;
  if ((await machine.output('go', ['version'])) === null) throw new LiveKitMissing(WAYS);
  await machine.build(cached, say).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LiveKitMissing(`LiveKit could not be built (${why}). ${WAYS}`, { cause });
  });
  return cached;
}

/** 1.13.5 or a later 1.13. */
export function suits(versionLine: string): boolean {
  const version = /\b1\.13\.(\d+)\b/.exec(versionLine);
  return version !== null && Number(version[1]) >= 5;
}

/** The machine that this process runs on. */
function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  return {
    cacheDir: cacheDir(env),
    output: outputOf,
    isExecutable: (path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    build: buildLiveKit,
  };
}
