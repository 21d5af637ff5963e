import * as v from 'valibot';
import type { PersonAction } from '#shared/policy/policy.ts';
import type { Join } from '#shared/schema/api.ts';
import { type StageAnswer, StageAnswerSchema } from '#shared/schema/stage.ts';
import { Guest } from '../../server/demo/client.ts';
import { listen, type Listener } from './livekit-clients.ts';
import type { TestServer } from './server.ts';
import { outcomeOf, type Outcome } from './stage-talk.ts';

/** Somebody of a Space on the real server; `line` is their connection to LiveKit, once they have one. */
export interface Member {
  name: string;
  guest: Guest;
  join: Join;
  line: Listener | null;
}

/** A Space on the real server, with people who act over HTTP and sit in the real LiveKit. */
export class LiveTalk {
  readonly server: TestServer;
  readonly host: Member;
  readonly id: string;
  readonly room: string;
  readonly members: Member[] = [];

  private constructor(server: TestServer, host: Member) {
    this.server = server;
    this.host = host;
    this.id = host.join.space.id;
    this.room = `s_${this.id}_1`;
    this.members.push(host);
  }

  static async open(server: TestServer, title: string): Promise<LiveTalk> {
    const guest = await Guest.arrive(server.url, 'Ana');
    const join = await guest.start(title);
    return new LiveTalk(server, { name: 'Ana', guest, join, line: await listen(join) });
  }

  /** Somebody new who joined without connecting. */
  async joined(name: string): Promise<Member> {
    const guest = await Guest.arrive(this.server.url, name);
    const member = { name, guest, join: await guest.join(this.id), line: null };
    this.members.push(member);
    return member;
  }

  async listener(name: string): Promise<Member> {
    const member = await this.joined(name);
    member.line = await listen(member.join);
    return member;
  }

  async waiting(name: string): Promise<Member> {
    const member = await this.listener(name);
    await this.sure(this.post(member, 'request'));
    return member;
  }

  async speaker(name: string): Promise<Member> {
    const member = await this.waiting(name);
    await this.sure(this.act(this.host, 'approve', member));
    return member;
  }

  async post({ guest }: Member, verb: string, body: object = {}): Promise<Outcome> {
    return outcomeOf(await this.#fetch(guest.token, 'POST', `/${verb}`, body));
  }

  act(who: Member, action: PersonAction, on: Member): Promise<Outcome> {
    return this.post(who, `people/${on.join.participantId}/${action}`);
  }

  async stage(who: Member = this.host): Promise<StageAnswer> {
    const response = await this.#fetch(who.guest.token, 'GET', '/stage');
    return v.parse(StageAnswerSchema, await response.json());
  }

  async sure(step: Promise<Outcome>): Promise<void> {
    const outcome = await step;
    if (outcome !== 'ok') throw new Error(`the preparation was refused: ${outcome}`);
  }

  /** Everybody hangs up and the Space ends. */
  async close(): Promise<void> {
    await this.post(this.host, 'end').catch(() => null);
    await Promise.all(this.members.map(({ line }) => line?.leave()));
  }

  #fetch(token: string, method: string, path: string, body?: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const url = `${this.server.url}/v1/spaces/${this.id}${path}`;
    return fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  }
}
