import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Limits } from '#shared/schema/limits.ts';
import { isRunning } from '../../server/media/run-command.ts';
import { endGroup } from '../../server/media/process-group.ts';
import { freePort } from '../../server/media/ports-in-use.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As `npm run server` has them. */
const FLAGS = ['--import', './server/compile-cache.mjs', '--max-semi-space-size=1'];
/** What it prints once the port is its own. */
const LISTENS = 'Perch listens on';
const POLL_MS = 50;
const READY_MS = 60_000;

export interface ServerOptions {
  env?: Record<string, string>;
  limits?: Partial<Limits>;
  /** A folder to keep; without it a temporary one is made and removed. */
  dataDir?: string;
  /** A port that others already know; without it a free one is taken. */
  port?: number;
  /** Whether to wait for LiveKit; true unless told. */
  livekit?: boolean;
  /** The program to run, from the root of the repository. */
  script?: string;
}

/** The real server as a process of its own, with its own data and ports. */
export interface TestServer {
  url: string;
  dataDir: string;
  port: number;
  readonly pid: number;
  /** What it printed so far, both streams. */
  output(): string;
  livekitPid(): Promise<number>;
  /** SIGTERM, and waits for its end; gives the exit code. */
  terminate(signal?: NodeJS.Signals): Promise<number | null>;
  /** SIGKILL of the server alone; LiveKit lives on. */
  kill(): Promise<void>;
  /** SIGKILL of LiveKit alone. */
  killLivekit(): Promise<void>;
  /** Starts it again on the same data and ports, and waits until it is ready. */
  restart(env?: Record<string, string>): Promise<void>;
  untilReady(): Promise<void>;
  /** Ends everything, by force where needed, and removes the temporary data. */
  stop(): Promise<void>;
}

/** Those that nobody has stopped yet. */
const running = new Set<TestServer>();

/** Stops what a file of tests left running: the next file takes the same port, and would talk to a server of another's data. */
export async function stopAllServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

/** Starts the server and waits until `/readyz` says yes. Rejects with its output when it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'perch-')));
  const [port, tcpPort, udpPort] = await Promise.all([options.port ?? freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PORT: `${port}`,
    DATA_DIR: dataDir,
    LIVEKIT_TCP_PORT: `${tcpPort}`,
    LIVEKIT_UDP_PORT: `${udpPort}`,
    NODE_ENV: 'test',
    PERCH_TEST_LIMITS: JSON.stringify(options.limits ?? {}),
    ...options.env,
  };
  let run = launch(env, options.script);
  const untilReady = () => untilAnswers(run, `${url}/readyz`, options.livekit ?? true);
  const server: TestServer = {
    url,
    dataDir,
    port,
    untilReady,
    get pid() {
      return run.child.pid!;
    },
    output: () => run.output(),
    livekitPid: async () => Number(await readFile(join(dataDir, 'livekit.pid'), 'utf8')),
    terminate: (signal = 'SIGTERM') => end(run.child, signal),
    async kill() {
      await end(run.child, 'SIGKILL');
    },
    async killLivekit() {
      await killAndWait(await server.livekitPid());
    },
    async restart(more = {}) {
      await end(run.child, 'SIGTERM');
      run = launch({ ...env, ...more }, options.script);
      await untilReady();
    },
    async stop() {
      running.delete(server);
      await end(run.child, 'SIGTERM');
      await endLeftovers(dataDir);
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
  running.add(server);
  await untilReady().catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return server;
}

interface Run {
  child: ChildProcess;
  output(): string;
}

function launch(env: Record<string, string>, script = 'server/main.ts'): Run {
  const child = spawn(process.execPath, [...FLAGS, join(ROOT, script)], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  return { child, output: () => text };
}

async function untilAnswers(run: Run, url: string, withMedia: boolean): Promise<void> {
  const deadline = Date.now() + READY_MS;
  // Whoever else holds the port would answer, too.
  while (!run.output().includes(LISTENS) || !(await isReady(url, withMedia))) {
    if (hasEnded(run.child)) throw new Error(`The server ended:\n${run.output()}`);
    if (Date.now() > deadline) throw new Error(`The server did not get ready:\n${run.output()}`);
    await sleep(POLL_MS);
  }
}

async function isReady(url: string, withMedia: boolean): Promise<boolean> {
  const response = await fetch(url).catch(() => null);
  if (response === null) return false;
  const { store, media } = (await response.json()) as { store?: boolean; media?: boolean };
  return store === true && (media === true || !withMedia);
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (hasEnded(child)) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

async function killAndWait(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await sleep(POLL_MS);
}

/** LiveKit outlives a server that was killed; tests end what lies in their folder. */
async function endLeftovers(dataDir: string): Promise<void> {
  const text = await readFile(join(dataDir, 'livekit.json'), 'utf8').catch(() => '{}');
  const { group = 0 } = JSON.parse(text) as { group?: number };
  await endGroup(group, join(dataDir, 'livekit.yaml'), 1_000);
}
