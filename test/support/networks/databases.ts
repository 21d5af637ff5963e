import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { thisMachine } from '../../../server/demo/browser.ts';
import { stopChild } from '../../../server/demo/child.ts';
import { freePort } from '../../../server/media/ports-in-use.ts';
import { outputOf, runCommand } from '../../../server/media/run-command.ts';
import { until } from '../until.ts';
import { withProgress } from './progress.ts';

const DEBIAN = '/usr/lib/postgresql';
const WAYS =
  'The suites with an AppView need PostgreSQL and Redis: install both (Debian: postgresql, redis-server).';
/** Debian asks this program before a package starts what it brings; 101 is no. */
const POLICY = '/usr/sbin/policy-rc.d';

/** PostgreSQL and Redis of our own, empty, on free ports of loopback. */
export interface Databases {
  /** How Bluesky's servers are told of them. */
  env: Record<'DB_POSTGRES_URL' | 'REDIS_HOST', string>;
  stop(): Promise<void>;
}

interface Programs {
  initdb: string;
  postgres: string;
  redis: string;
}

/** Starts both, installed first where `apt-get` may. Rejects with one sentence when they cannot be had. */
export async function startDatabases(): Promise<Databases> {
  const programs = await findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'perch-databases-'));
  const owner = await ownerOf(folder);
  const [pgPort, redisPort] = [await freePort(), await freePort()];
  const cluster = join(folder, 'cluster');
  const init = ['-D', cluster, '-U', 'perch', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await once(run(programs.initdb, init), 'exit');
  const where = ['-h', '127.0.0.1', '-p', `${pgPort}`, '-k', folder, '-c', 'fsync=off'];
  const postgres = run(programs.postgres, ['-D', cluster, ...where]);
  const redis = run(programs.redis, ['--port', `${redisPort}`, '--bind', '127.0.0.1', '--save', '']);
  await Promise.all([pgPort, redisPort].map((port) => until(`port ${port} answers`, () => answers(port))));
  return {
    env: {
      DB_POSTGRES_URL: `postgresql://perch@127.0.0.1:${pgPort}/postgres`,
      REDIS_HOST: `127.0.0.1:${redisPort}`,
    },
    async stop() {
      // SIGINT is PostgreSQL's fast way out; SIGTERM would wait for its clients.
      postgres.kill('SIGINT');
      await Promise.all([stopChild(postgres, 10_000), stopChild(redis, 10_000)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };

  function run(program: string, args: string[]) {
    return spawn(program, args, { cwd: folder, stdio: 'ignore', ...owner });
  }
}

async function findPrograms(): Promise<Programs> {
  const found = await programs();
  if (found) return found;
  if (!(await thisMachine().canInstall())) throw new Error(WAYS);
  await withProgress('Installing PostgreSQL and Redis with apt-get', install);
  const fresh = await programs();
  if (!fresh) throw new Error(WAYS);
  return fresh;
}

async function programs(): Promise<Programs | null> {
  const { isExecutable } = thisMachine();
  const folders = [...debianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)];
  const find = async (name: string) => {
    for (const folder of folders) {
      if (await isExecutable(join(folder, name))) return join(folder, name);
    }
    return null;
  };
  const [initdb, postgres, redis] = await Promise.all(['initdb', 'postgres', 'redis-server'].map(find));
  return initdb && postgres && redis ? { initdb, postgres, redis } : null;
}

function debianFolders(): string[] {
  try {
    return readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await runCommand('apt-get', ['update', '-qq'], env);
    const packages = ['postgresql', 'redis-server'];
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env);
  } finally {
    if (isOurs) rmSync(POLICY);
  }
}

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made. */
async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => outputOf('id', [what, 'postgres'])));
  if (!uid || !gid) throw new Error(WAYS);
  const owner = { uid: Number(uid), gid: Number(gid) };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (does: boolean) => {
      socket.destroy();
      resolve(does);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
