import * as v from 'valibot';
import type { PersonAction } from '#shared/policy/policy.ts';
import {
  type Join,
  JoinSchema,
  type JoinRequest,
  type SettingsRequest,
  type StartRequest,
} from '#shared/schema/api.ts';
import { ProblemSchema } from '#shared/schema/errors.ts';
import { type StageAnswer, StageAnswerSchema } from '#shared/schema/stage.ts';
import { Guest, Refused } from '../../server/demo/client.ts';

/** Somebody who does in Spaces all that can be done, by the public API alone. Each deed throws `Refused` when the server says no. */
export class Visitor {
  readonly #server: string;
  readonly #token: string | null;

  constructor(server: string, token: string | null) {
    this.#server = server;
    this.#token = token;
  }

  static async arrive(server: string, name: string): Promise<Visitor> {
    return new Visitor(server, (await Guest.arrive(server, name)).token);
  }

  /** Somebody without a session, who can only look. */
  static reader(server: string): Visitor {
    return new Visitor(server, null);
  }

  async start(request: StartRequest): Promise<Join> {
    return v.parse(JoinSchema, await this.#ask('POST', '', request));
  }

  async join(spaceId: string, request: JoinRequest = {}): Promise<Join> {
    return v.parse(JoinSchema, await this.#ask('POST', `/${spaceId}/join`, request));
  }

  async stage(spaceId: string): Promise<StageAnswer> {
    return v.parse(StageAnswerSchema, await this.#ask('GET', `/${spaceId}/stage`));
  }

  async request(spaceId: string, text?: string): Promise<void> {
    await this.#ask('POST', `/${spaceId}/request`, { text });
  }

  async leaveStage(spaceId: string): Promise<void> {
    await this.#ask('POST', `/${spaceId}/leave-stage`, {});
  }

  async accept(spaceId: string): Promise<void> {
    await this.#ask('POST', `/${spaceId}/invitation`, { accept: true });
  }

  async act(spaceId: string, action: PersonAction, pid: string): Promise<void> {
    await this.#ask('POST', `/${spaceId}/people/${pid}/${action}`, {});
  }

  async settings(spaceId: string, change: SettingsRequest): Promise<void> {
    await this.#ask('PATCH', `/${spaceId}`, change);
  }

  async end(spaceId: string): Promise<void> {
    await this.#ask('POST', `/${spaceId}/end`, {});
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#server}/v1/spaces${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new Refused(v.parse(ProblemSchema, answer).code);
    return answer;
  }
}
