import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Join, Session } from '#shared/schema/api.ts';
import { DEFAULT_LIMITS, type Limits } from '#shared/schema/limits.ts';
import type { Problem } from '#shared/schema/errors.ts';
import { createApp, type AppDeps, type PerchApp } from '../../server/app.ts';
import { createOutside } from '../../server/identity/networks/outside.ts';
import { sealWith } from '../../server/identity/seal.ts';
import { createLog, type Logger } from '../../server/log.ts';
import type { Admission, MediaEvent } from '../../server/spaces/ports.ts';
import type { Store } from '../../server/spaces/records.ts';
import { openStore } from '../../server/store/store.ts';
import { FakeMedia } from './fake-media.ts';

/** A data folder that is gone after the test. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'perch-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const PLAIN_CONFIG: AppDeps['config'] = {
  publicUrl: null,
  trustProxy: 0,
  extensionUrl: null,
  operatorContact: null,
  guests: 'host',
  x: null,
  operators: [],
  signInReturns: [],
};

interface Options {
  limits?: Partial<Limits>;
  config?: Partial<AppDeps['config']>;
  log?: Logger;
  dataDir?: string;
  /** A LiveKit that outlives this server, for the next one on the same store. */
  media?: FakeMedia;
  asset?: AppDeps['asset'];
  outside?: AppDeps['outside'];
  /** The one by which others on the same store open what it keeps. */
  seal?: AppDeps['seal'];
  bluesky?: AppDeps['bluesky'];
  forgetStatus?: AppDeps['forgetStatus'];
  /** What time it is at the start. */
  now?: number;
}

/** The server core over a real store and a LiveKit that lives in memory; time moves when the test says so. */
export class CoreApp {
  readonly media: FakeMedia;
  readonly limits: Limits;
  readonly store: Store;
  readonly seal: AppDeps['seal'];
  readonly perch: PerchApp;
  now: number;
  /** Beyond one server: a store knows the events of the one before. */
  static #events = 0;

  constructor(store: Store, options: Options) {
    const { limits, config, log, asset, outside, bluesky, forgetStatus } = options;
    const { media = new FakeMedia(), now = 1_800_000_000_000 } = options;
    this.now = now;
    this.store = store;
    this.media = media;
    this.seal = options.seal ?? sealWith(randomBytes(32));
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.perch = createApp({
      store,
      media: this.media,
      limits: this.limits,
      clock: () => this.now,
      config: { ...PLAIN_CONFIG, ...config },
      outside: outside ?? createOutside(this.limits),
      seal: this.seal,
      bluesky,
      ...(forgetStatus && { forgetStatus }),
      asset: asset ?? (async () => null),
      log: log ?? createLog('silent'),
    });
  }

  request(method: string, path: string, { token, body, headers }: RequestOptions = {}): Promise<Response> {
    const sent = new Headers(headers);
    if (token) sent.set('authorization', `Bearer ${token}`);
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Promise.resolve(this.perch.app.request(path, { method, headers: sent, body: text }));
  }

  async guest(name?: string): Promise<Session> {
    return read<Session>(await this.request('POST', '/v1/auth/guest', { body: name ? { name } : {} }));
  }

  async start(token: string, title = 'Morning talk'): Promise<Join> {
    return read<Join>(await this.request('POST', '/v1/spaces', { token, body: { title } }));
  }

  join(token: string, spaceId: string): Promise<Response> {
    return this.request('POST', `/v1/spaces/${spaceId}/join`, { token, body: {} });
  }

  /** Goes through the gate and into LiveKit, as a media client does; LiveKit's webhook follows. */
  async connect(identity: string): Promise<Admission> {
    const answer = await this.perch.admit(identity);
    if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
    await this.perch.admitted(answer.admission);
    const seen = this.media.connect(answer.admission, this.now);
    await this.perch.onMediaEvent(this.event('participant_joined', answer.admission.room, seen));
    return answer.admission;
  }

  event(
    kind: MediaEvent['kind'],
    room: string,
    seen: { identity: string; sid: string; joinedAt: number },
  ): MediaEvent {
    CoreApp.#events += 1;
    return { id: `EV_${CoreApp.#events}`, kind, room, ...seen, createdAt: this.now };
  }

  /** A live Space with its host connected. */
  async liveSpace(
    title = 'Morning talk',
  ): Promise<{ host: Session; spaceId: string; pid: string; room: string }> {
    const host = await this.guest('Ana');
    const joined = await this.start(host.token, title);
    const { room } = await this.connect(joined.participantId);
    return { host, spaceId: joined.space.id, pid: joined.participantId, room };
  }
}

interface RequestOptions {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A core app that is closed after the test. */
export async function openCore(options: Options = {}): Promise<CoreApp> {
  const store = await openStore(options.dataDir ?? temporaryDir());
  const core = new CoreApp(store, options);
  onTestFinished(async () => {
    await core.perch.close();
    await store.close();
  });
  return core;
}

/** The body of an answer that must be 200. */
export async function read<T>(response: Response): Promise<T> {
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

export async function problemOf(response: Response): Promise<Problem> {
  return (await response.json()) as Problem;
}
