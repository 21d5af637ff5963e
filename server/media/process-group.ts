import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;
const SECOND_TERM_MS = 150;
/** Only a process that the system itself holds is there after so long. */
const KILLED_MS = 2_000;

/** Sends a signal to every process of the group; one that is gone counts as told. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Whether the group's leader still runs and is a keeper of this configuration file, not another program that got its number. */
export async function leads(group: number, configFile: string): Promise<boolean> {
  if (group <= 1) return false;
  return (await commandOf(group)).includes(configFile);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'args=', '-p', String(pid)], (_error, stdout) => resolve(stdout));
  });
}

/** Ends the group: SIGTERM twice, because LiveKit answers the first by waiting for everybody to leave, then SIGKILL after `graceMs`. */
export async function endGroup(group: number, configFile: string, graceMs: number): Promise<void> {
  const deadline = Date.now() + graceMs;
  const isThere = () => leads(group, configFile);
  if (!(await isThere())) return;
  signalGroup(group, 'SIGTERM');
  await sleep(Math.min(SECOND_TERM_MS, graceMs));
  signalGroup(group, 'SIGTERM');
  await untilNot(isThere, deadline);
  signalGroup(group, 'SIGKILL');
  await untilNot(isThere, Date.now() + KILLED_MS);
}

async function untilNot(isThere: () => Promise<boolean>, deadline: number): Promise<void> {
  while (Date.now() < deadline && (await isThere())) await sleep(POLL_MS);
}
