import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Prefs, untilDriven, writePrefs } from '../../../server/demo/firefox/profile.ts';

export interface FirefoxProcess {
  child: ChildProcess;
  folder: string;
  marionettePort: number;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
  /** Waits until it has ended by itself, and removes its profile. */
  ended(): Promise<void>;
}

const START_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 10_000;

const PREFS: Prefs = {
  'media.navigator.streams.fake': true,
  'media.peerconnection.ice.loopback': true,
  // Panels take a click at once, where a person would have had time to read.
  'security.notification_enable_delay': 0,
};

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts Firefox without a window, with a fresh profile, and waits until it can be driven. */
export async function startFirefox(path: string, prefs: Prefs): Promise<FirefoxProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'perch-firefox-'));
  await writePrefs(folder, { ...PREFS, ...prefs });
  const flags = ['-headless', '-no-remote', '-profile', folder, '-marionette', '-remote-allow-system-access'];
  const child = spawn(path, [...flags, '--remote-debugging-port=0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const end = child.exitCode === null ? once(child, 'exit') : Promise.resolve([]);
  const kill = async () => {
    if (!hasEnded(child)) child.kill('SIGKILL');
    await end;
  };
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const marionettePort = await untilDriven(folder, () => hasEnded(child), START_WITHIN_MS);
  if (marionettePort === null) {
    await kill();
    await remove();
    throw new Error(`Firefox did not start:\n${printed}`);
  }
  const ended = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await end;
    clearTimeout(timer);
    await remove();
  };
  return { child, folder, marionettePort, kill, ended };
}
