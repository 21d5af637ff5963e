import type { PersonAction } from '#shared/policy/policy.ts';
import type { Join, JoinRequest, Session } from '#shared/schema/api.ts';
import type { StageAnswer } from '#shared/schema/stage.ts';
import { openCore, problemOf, read, type CoreApp } from './core-app.ts';
import { StreamClient } from './stream-client.ts';

/** Somebody in a Space of the core app, who does everything over HTTP. */
export class Actor {
  readonly core: CoreApp;
  readonly name: string;
  readonly token: string;
  readonly accountId: string;
  readonly spaceId: string;
  pid: string;

  constructor(core: CoreApp, { token, account }: Session, spaceId: string, pid: string) {
    this.core = core;
    this.name = account.name;
    this.token = token;
    this.accountId = account.id;
    this.spaceId = spaceId;
    this.pid = pid;
  }

  /** Asks one of the Space's own addresses. */
  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.core.request(method, `/v1/spaces/${this.spaceId}${path}`, { token: this.token, body });
  }

  /** Does something that must be done; rejects with the answer of one that was refused. */
  async does(verb: string, body: unknown = {}): Promise<void> {
    await done(await this.ask('POST', `/${verb}`, body));
  }

  async doesTo(other: { pid: string }, action: PersonAction): Promise<void> {
    await this.does(`people/${other.pid}/${action}`);
  }

  async sees(): Promise<StageAnswer> {
    return read<StageAnswer>(await this.ask('GET', '/stage'));
  }

  /** Asks and is approved by the host. */
  async comesUp(host: Actor): Promise<void> {
    await this.does('request');
    await host.doesTo(this, 'approve');
  }

  /** Joins again, from another device. */
  async joins(request: JoinRequest = {}): Promise<Join> {
    const joined = await read<Join>(await this.ask('POST', '/join', request));
    this.pid = joined.participantId;
    return joined;
  }

  /** A reader of the push socket that follows this Space as this person. */
  async follows(url: string): Promise<StreamClient> {
    const client = await StreamClient.hello(url);
    client.say({ t: 'follow', spaceId: this.spaceId, token: this.token });
    return client;
  }
}

/** A live Space and its host, with a way for others to come. */
export interface Scene {
  core: CoreApp;
  host: Actor;
  come(name: string, request?: JoinRequest): Promise<Actor>;
}

export async function openScene(options: Parameters<typeof openCore>[0] = {}): Promise<Scene> {
  const core = await openCore(options);
  const { host, spaceId, pid } = await core.liveSpace();
  const come = async (name: string, request: JoinRequest = {}) => {
    const actor = new Actor(core, await core.guest(name), spaceId, '');
    await core.connect((await actor.joins(request)).participantId);
    return actor;
  };
  return { core, host: new Actor(core, host, spaceId, pid), come };
}

export async function done(response: Response): Promise<void> {
  if (response.status !== 204) throw new Error(`${response.status}: ${await response.text()}`);
}

/** Status and code of an answer that refuses. */
export async function refusalOf(response: Response): Promise<string> {
  if (response.ok) throw new Error(`not refused: ${response.status}`);
  return `${response.status} ${(await problemOf(response)).code}`;
}
