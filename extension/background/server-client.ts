import * as v from 'valibot';
import type { Join, Live, Session } from '#shared/schema/api.ts';
import { HealthSchema, JoinSchema, LiveSchema, SessionSchema } from '#shared/schema/api.ts';
import type { Space } from '#shared/schema/space.ts';
import { SpaceSchema } from '#shared/schema/space.ts';
import { Fault, faultOfResponse } from './fault.ts';

const TIMEOUT_MS = 10_000;

interface Call<T> {
  body?: unknown;
  token?: string;
  /** Without one the answer's body is not read. */
  answer?: v.GenericSchema<unknown, T>;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw new Fault('unreachable', { cause: error });
  }
}

/** One Perch server, spoken to over `/v1`. Every verb rejects with a `Fault` and waits at most 10 s. */
export class ServerClient {
  readonly url: string;
  readonly #fetch: typeof fetch;

  /** `url` is an origin, without a slash at the end. */
  constructor(url: string, fetch_: typeof fetch) {
    this.url = url;
    this.#fetch = fetch_;
  }

  get streamUrl(): string {
    return `${this.url.replace(/^http/, 'ws')}/v1/stream`;
  }

  async checkHealth(): Promise<void> {
    await this.#call('/healthz', { answer: HealthSchema });
  }

  makeGuest(): Promise<Session> {
    return this.#call('/v1/auth/guest', { body: {}, answer: SessionSchema });
  }

  /** The browser's cache revalidates by ETag, so an unchanged list costs a 304. */
  fetchLive(): Promise<Live> {
    return this.#call('/v1/live', { answer: LiveSchema });
  }

  fetchSpace(spaceId: string): Promise<Space> {
    return this.#call(`/v1/spaces/${spaceId}`, { answer: SpaceSchema });
  }

  startSpace(token: string, request: { title: string; name?: string }): Promise<Join> {
    return this.#call('/v1/spaces', { token, body: request, answer: JoinSchema });
  }

  joinSpace(token: string, spaceId: string): Promise<Join> {
    return this.#call(`/v1/spaces/${spaceId}/join`, { token, body: {}, answer: JoinSchema });
  }

  async leaveSpace(token: string, spaceId: string, participantId: string): Promise<void> {
    await this.#call(`/v1/spaces/${spaceId}/leave`, { token, body: { participantId } });
  }

  async endSpace(token: string, spaceId: string): Promise<void> {
    await this.#call(`/v1/spaces/${spaceId}/end`, { token, body: {} });
  }

  async #call<T>(path: string, { body, token, answer }: Call<T>): Promise<T> {
    const response = await this.#send(path, body, token);
    if (!response.ok) {
      throw faultOfResponse(response.status, await readJson(response), response.headers.get('retry-after'));
    }
    if (!answer) return undefined as T;
    const parsed = v.safeParse(answer, await readJson(response));
    if (!parsed.success) throw new Fault('not_perch');
    return parsed.output;
  }

  async #send(path: string, body: unknown, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = {};
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const isRead = body === undefined;
    const init: RequestInit = {
      method: isRead ? 'GET' : 'POST',
      headers,
      // `no-cache` also asks the server anew whether we may ask (CORS preflight), and a join must not wait for that.
      cache: isRead ? 'no-cache' : 'default',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    if (!isRead) init.body = JSON.stringify(body);
    try {
      return await this.#fetch(`${this.url}${path}`, init);
    } catch (error) {
      throw new Fault('unreachable', { cause: error });
    }
  }
}
