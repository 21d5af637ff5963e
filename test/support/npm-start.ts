import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../server/demo/child.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { until } from './until.ts';

/** As long as a start may take on a slow machine. */
export const START_MS = 60_000;

/** A command that runs the one that follows it where loopback is the only network. */
export const ALONE = ['unshare', '-n', 'sh', '-c', 'ip link set lo up && exec "$@"', 'alone'];

export interface Demo {
  child: ChildProcess;
  /** All that it has printed. */
  said(): string;
  untilSaid(words: string, withinMs?: number): Promise<unknown>;
}

/** What `npm start` needs of the machine: a folder and a port of its own. */
export class DemoStarter {
  readonly folder: string;
  readonly port: number;
  #child: ChildProcess | null = null;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  static async open(): Promise<DemoStarter> {
    return new DemoStarter(await mkdtemp(join(tmpdir(), 'perch-demo-')), await freePort());
  }

  /** Starts it without a display, unless `env` names one; `under` is a command to run it under. */
  async start(
    env: Record<string, string>,
    options: string[] = [],
    under: readonly string[] = [],
  ): Promise<Demo> {
    const [tcpPort, udpPort] = await Promise.all([freePort(), freePort()]);
    const ports = {
      PORT: `${this.port}`,
      LIVEKIT_TCP_PORT: `${tcpPort}`,
      LIVEKIT_UDP_PORT: `${udpPort}`,
    };
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
    const [program, ...args] = [...under, process.execPath, 'server/demo/start.ts', ...options];
    const child = spawn(program!, args, {
      cwd: ROOT,
      env: { ...rest, DATA_DIR: this.folder, ...ports, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    }
    return {
      child,
      said: () => said,
      untilSaid: (words, withinMs = START_MS) =>
        until(
          words,
          async () => said.includes(words),
          withinMs,
          async () => ` in: ${said}`,
        ),
    };
  }

  async close(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
