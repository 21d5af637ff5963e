import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../server/demo/child.ts';
import type { Outside } from '../../../server/identity/networks/outside.ts';
import { type Addresses, outsideAt } from './atproto-outside.ts';
import { installDevEnv } from './dev-env-install.ts';
import { startDatabases } from './databases.ts';
import type { Hosts } from './stand-in.ts';

/** Somebody with an account at the PDS. */
export interface AtprotoPerson {
  did: string;
  handle: string;
  password: string;
  /** Of a full session, for what the person does in another app. */
  token: string;
}

/** Bluesky's own servers, up and empty. */
export interface Atproto {
  pdsUrl: string;
  plcUrl: string;
  /** Answers `app.bsky.*`; undefined without `appView`. */
  appViewUrl: string | undefined;
  /** Signs somebody up as `NAME.test`. */
  createPerson(name: string): Promise<AtprotoPerson>;
  /** Calls a method of the PDS as that person: a query without `body`, else a procedure. Rejects with what the PDS says. */
  call(
    person: AtprotoPerson,
    method: string,
    params: Record<string, string>,
    body?: unknown,
  ): Promise<unknown>;
  follow(follower: AtprotoPerson, followed: AtprotoPerson): Promise<void>;
  /** Resolves once the AppView has taken in all that the PDS has. */
  settled(): Promise<void>;
  /** The way out for a server under test: to these servers alone, and to handles that end in `.test`. */
  outside: Outside;
  /** By which `run-server.ts` finds these servers, and leads live statuses to `pagesAt`. */
  envFor(pagesAt?: string): Record<string, string>;
  stop(): Promise<void>;
}

interface AtprotoOptions {
  /** Brings up the AppView too, which needs PostgreSQL and Redis and takes longer. */
  appView?: boolean;
  /** Where names that the PDS is told of answer. */
  hosts?: Hosts;
}

/** Starts Bluesky's own servers on free ports of loopback; the first time they are installed, with progress on stderr. */
export async function startAtproto({ appView = false, hosts = {} }: AtprotoOptions = {}): Promise<Atproto> {
  const entry = await installDevEnv();
  const databases = appView ? await startDatabases() : null;
  const folder = mkdtempSync(join(tmpdir(), 'perch-atproto-'));
  const clean = async () => {
    await databases?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const child = fork(entry, {
    cwd: join(ROOT, 'test/identity'),
    env: { ...process.env, ...databases?.env, TMPDIR: folder, HOSTS: JSON.stringify(hosts) },
    execArgv: ['--no-deprecation'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const addresses = await firstWord(child).catch(async (error: unknown) => {
    await clean();
    throw error;
  });
  return atprotoOf(child, addresses, clean);
}

const strangers: Outside = (url) => Promise.reject(new Error(`A stranger was asked: ${url}`));

async function firstWord(child: ChildProcess): Promise<Addresses> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`Bluesky's servers ended with code ${code} before they were up.`);
  });
  const [addresses] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return addresses as Addresses;
}

function atprotoOf(child: ChildProcess, addresses: Addresses, clean: () => Promise<void>): Atproto {
  const { pdsUrl, plcUrl, appViewUrl } = addresses;
  const call: Atproto['call'] = (person, method, params, body) =>
    xrpc(`${pdsUrl}/xrpc/${method}?${new URLSearchParams(params)}`, body, person.token);
  return {
    pdsUrl,
    plcUrl,
    appViewUrl,
    call,
    outside: outsideAt(addresses, strangers),
    envFor: (pagesAt) => ({ PERCH_TEST_ATPROTO: JSON.stringify({ ...addresses, pagesAt }) }),
    async createPerson(name) {
      const account = { handle: `${name}.test`, email: `${name}@example.test`, password: `${name}-secret` };
      const url = `${pdsUrl}/xrpc/com.atproto.server.createAccount`;
      const { did, accessJwt } = (await xrpc(url, account)) as { did: string; accessJwt: string };
      return { did, handle: account.handle, password: account.password, token: accessJwt };
    },
    async follow(follower, followed) {
      const record = { subject: followed.did, createdAt: new Date().toISOString() };
      const body = { repo: follower.did, collection: 'app.bsky.graph.follow', record };
      await call(follower, 'com.atproto.repo.createRecord', {}, body);
    },
    async settled() {
      child.send({ id: 'settled' });
      await once(child, 'message');
    },
    async stop() {
      const ended = once(child, 'exit');
      if (child.exitCode === null) {
        child.disconnect();
        await ended;
      }
      await clean();
    },
  };
}

async function xrpc(url: string, body?: unknown, token?: string): Promise<unknown> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(url, sent);
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
}
