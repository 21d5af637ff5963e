import * as v from 'valibot';
import { type Join, JoinSchema, SessionSchema, type StartRequest } from '#shared/schema/api.ts';
import { type ErrorCode, ProblemSchema } from '#shared/schema/errors.ts';

/** The server's own word for why it refused. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(`the server refused: ${code}`);
    this.code = code;
  }
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Refused(v.parse(ProblemSchema, answer).code);
  return answer;
}

/** A guest of a Perch server, by the public API alone but for one call. Each call throws `Refused`, or what `fetch` throws. */
export class Guest {
  readonly #server: string;
  readonly token: string;

  constructor(server: string, token: string) {
    this.#server = server;
    this.token = token;
  }

  static async arrive(server: string, name: string): Promise<Guest> {
    const session = v.parse(SessionSchema, await post(`${server}/v1/auth/guest`, { name }));
    return new Guest(server, session.token);
  }

  /** Becomes who the demo timeline knows as Ana; a demo server alone knows how. */
  async beAna(): Promise<void> {
    await post(`${this.#server}/demo/identity`, {}, this.token);
  }

  async start(title: string, settings: Omit<StartRequest, 'title'> = {}): Promise<Join> {
    return v.parse(JoinSchema, await post(`${this.#server}/v1/spaces`, { title, ...settings }, this.token));
  }

  async join(spaceId: string): Promise<Join> {
    return v.parse(JoinSchema, await post(`${this.#server}/v1/spaces/${spaceId}/join`, {}, this.token));
  }

  async leave(spaceId: string): Promise<void> {
    await post(`${this.#server}/v1/spaces/${spaceId}/leave`, {}, this.token);
  }

  async end(spaceId: string): Promise<void> {
    await post(`${this.#server}/v1/spaces/${spaceId}/end`, {}, this.token);
  }
}
