import * as v from 'valibot';
import type { Join, SettingsRequest } from '#shared/schema/api.ts';
import type { ErrorCode } from '#shared/schema/errors.ts';
import type { Limits } from '#shared/schema/limits.ts';
import { type StageAnswer, StageAnswerSchema } from '#shared/schema/stage.ts';
import type { PersonAction } from '#shared/policy/policy.ts';
import { type CoreApp, problemOf, read } from './core-app.ts';

/** Limits for tests in which many come from one address and nobody waits. */
export const CROWD: Partial<Limits> = {
  guestsPerMinute: 1_000_000,
  startsPerMinute: 1_000_000,
  joinsPerMinute: 1_000_000,
  readsPerMinute: 1_000_000,
  verbsPerMinute: 1_000_000,
  requestEveryMs: 0,
  reportsPerDay: 1_000_000,
};

/** Somebody with a session, and their newest place in a Space. */
export interface Somebody {
  name: string;
  token: string;
  account: string;
  pid: string;
}

/** What the server said: `ok`, or the code of its refusal. */
export type Outcome = 'ok' | ErrorCode;

export async function outcomeOf(response: Response): Promise<Outcome> {
  return response.ok ? 'ok' : (await problemOf(response)).code;
}

/** A live Space whose people act over HTTP. */
export class Talk {
  readonly core: CoreApp;
  readonly id: string;
  readonly room: string;
  readonly host: Somebody;

  constructor(core: CoreApp, id: string, host: Somebody) {
    this.core = core;
    this.id = id;
    this.room = `s_${id}_1`;
    this.host = host;
  }

  /** Opens a Space with its host connected. */
  static async open(core: CoreApp, settings: SettingsRequest = {}): Promise<Talk> {
    const host = await arrive(core, 'Ana');
    const body = { title: 'Morning talk', ...settings };
    const joined = await read<Join>(await core.request('POST', '/v1/spaces', { token: host.token, body }));
    host.pid = joined.participantId;
    await core.connect(host.pid);
    return new Talk(core, joined.space.id, host);
  }

  /** One request about this Space; `path` is what follows its address. */
  async ask(who: { token: string } | null, method: string, path: string, body?: unknown): Promise<Outcome> {
    const options = { ...(who && { token: who.token }), ...(body !== undefined && { body }) };
    return outcomeOf(await this.core.request(method, `/v1/spaces/${this.id}${path}`, options));
  }

  post(who: { token: string } | null, verb: string, body: unknown = {}): Promise<Outcome> {
    return this.ask(who, 'POST', `/${verb}`, body);
  }

  /** What a moderator does to one person. */
  act(who: { token: string } | null, action: PersonAction, on: { pid: string }): Promise<Outcome> {
    return this.post(who, `people/${on.pid}/${action}`);
  }

  set(who: { token: string } | null, settings: SettingsRequest): Promise<Outcome> {
    return this.ask(who, 'PATCH', '', settings);
  }

  /** A join, not yet connected; `pid` of `who` is the new one from then on. */
  async enter(who: Somebody, body: object = {}): Promise<Outcome> {
    const path = `/v1/spaces/${this.id}/join`;
    const response = await this.core.request('POST', path, { token: who.token, body });
    if (!response.ok) return outcomeOf(response);
    who.pid = ((await response.json()) as Join).participantId;
    return 'ok';
  }

  /** Somebody new who listens. */
  async listener(name = 'Ben', body: object = {}): Promise<Somebody> {
    const somebody = await arrive(this.core, name);
    await must(this.enter(somebody, body));
    await this.core.connect(somebody.pid);
    return somebody;
  }

  /** Somebody new who listens and waits to speak. */
  async waiting(name = 'Cem', text?: string): Promise<Somebody> {
    const somebody = await this.listener(name);
    await must(this.post(somebody, 'request', text ? { text } : {}));
    return somebody;
  }

  /** Somebody new on stage. */
  async speaker(name = 'Dora'): Promise<Somebody> {
    const somebody = await this.waiting(name);
    await must(this.act(this.host, 'approve', somebody));
    return somebody;
  }

  async cohost(name = 'Eve'): Promise<Somebody> {
    const somebody = await this.speaker(name);
    await must(this.act(this.host, 'cohost', somebody));
    return somebody;
  }

  /** The Space as this reader is told of it. */
  async stage(who: { token: string } | null = null): Promise<StageAnswer> {
    const path = `/v1/spaces/${this.id}/stage`;
    const response = await this.core.request('GET', path, who ? { token: who.token } : {});
    return v.parse(StageAnswerSchema, await read(response));
  }

  /** LiveKit's permission to send of somebody; null when not connected. */
  mayPublish({ pid }: { pid: string }): boolean | null {
    return this.core.media.rooms.get(this.room)?.get(pid)?.canPublish ?? null;
  }
}

export async function arrive(core: CoreApp, name: string): Promise<Somebody> {
  const { token, account } = await core.guest(name);
  return { name, token, account: account.id, pid: '' };
}

/** Fails unless the step of a test's preparation was done. */
export async function must(step: Promise<Outcome>): Promise<void> {
  const outcome = await step;
  if (outcome !== 'ok') throw new Error(`the preparation was refused: ${outcome}`);
}
