import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

export interface ChildOptions {
  env?: NodeJS.ProcessEnv;
  /** File descriptor that takes what the child prints on stdout; by default nobody sees it. */
  stdout?: number;
}

/** Starts one of our own TypeScript programs beside this one. A terminal's Ctrl-C does not reach it: we decide in which order things stop. */
export function startProgram(script: string, { env, stdout }: ChildOptions = {}): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', stdout ?? 'ignore', 'inherit', 'ipc'],
  });
}

/** Asks a child to stop and waits for its end; after `graceMs` it is killed. */
export async function stopChild(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

/** A child of ours ended, and has said why on the terminal. */
export class SaidAlready extends Error {
  override readonly name = 'SaidAlready';
}

/** Rejects once the child has ended: with `SaidAlready` when it gave up by itself, else with `sentence`. */
export async function failWhenOver(child: ChildProcess, sentence: string): Promise<never> {
  if (!hasEnded(child)) await once(child, 'exit');
  throw child.exitCode === 1 ? new SaidAlready(sentence) : new Error(sentence);
}
