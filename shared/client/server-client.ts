import * as v from 'valibot';
import type { PersonAction } from '#shared/policy/policy.ts';
import type { Join, JoinRequest, Live, Session, SettingsRequest, StartRequest } from '#shared/schema/api.ts';
import { HealthSchema, JoinSchema, LiveSchema, SessionSchema } from '#shared/schema/api.ts';
import type { Block, ReportRequest } from '#shared/schema/safety.ts';
import { BlockSchema, BlocksSchema } from '#shared/schema/safety.ts';
import type { Space } from '#shared/schema/space.ts';
import { SpaceSchema } from '#shared/schema/space.ts';
import type { Reaction, StageAnswer } from '#shared/schema/stage.ts';
import { StageAnswerSchema } from '#shared/schema/stage.ts';
import { Fault, faultOfResponse } from './fault.ts';

const TIMEOUT_MS = 10_000;

interface Call<T> {
  /** GET without a body, else POST, unless it is said. */
  method?: 'PATCH' | 'DELETE';
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

  startSpace(token: string, request: StartRequest): Promise<Join> {
    return this.#call('/v1/spaces', { token, body: request, answer: JoinSchema });
  }

  joinSpace(token: string, spaceId: string, request: JoinRequest = {}): Promise<Join> {
    return this.#call(`/v1/spaces/${spaceId}/join`, { token, body: request, answer: JoinSchema });
  }

  async leaveSpace(token: string, spaceId: string, participantId: string): Promise<void> {
    await this.#call(`/v1/spaces/${spaceId}/leave`, { token, body: { participantId } });
  }

  async endSpace(token: string, spaceId: string): Promise<void> {
    await this.#call(`/v1/spaces/${spaceId}/end`, { token, body: {} });
  }

  /** Joins nothing; with a session's token also what that account may see. */
  fetchStage(token: string | null, spaceId: string): Promise<StageAnswer> {
    return this.#call(`/v1/spaces/${spaceId}/stage`, { ...(token && { token }), answer: StageAnswerSchema });
  }

  changeSpace(token: string, spaceId: string, body: SettingsRequest): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}`, { method: 'PATCH', token, body });
  }

  show(token: string, spaceId: string, shown: boolean): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/shown`, { token, body: { shown } });
  }

  request(token: string, spaceId: string, text?: string): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/request`, { token, body: text ? { text } : {} });
  }

  cancelRequest(token: string, spaceId: string): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/request`, { method: 'DELETE', token });
  }

  answerInvitation(token: string, spaceId: string, accept: boolean): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/invitation`, { token, body: { accept } });
  }

  leaveStage(token: string, spaceId: string): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/leave-stage`, { token, body: {} });
  }

  muteAll(token: string, spaceId: string): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/mute-all`, { token, body: {} });
  }

  react(token: string, spaceId: string, emoji: Reaction): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/react`, { token, body: { emoji } });
  }

  actOn(token: string, spaceId: string, pid: string, action: PersonAction): Promise<void> {
    return this.#call(`/v1/spaces/${spaceId}/people/${pid}/${action}`, { token, body: {} });
  }

  block(token: string, spaceId: string, pid: string): Promise<Block> {
    return this.#call('/v1/blocks', { token, body: { spaceId, pid }, answer: BlockSchema });
  }

  async fetchBlocks(token: string): Promise<Block[]> {
    return (await this.#call('/v1/blocks', { token, answer: BlocksSchema })).blocks;
  }

  unblock(token: string, id: string): Promise<void> {
    return this.#call(`/v1/blocks/${encodeURIComponent(id)}`, { method: 'DELETE', token });
  }

  report(token: string, body: ReportRequest): Promise<void> {
    return this.#call('/v1/reports', { token, body });
  }

  async #call<T>(path: string, { answer, ...call }: Call<T>): Promise<T> {
    const response = await this.#send(path, call);
    if (!response.ok) {
      throw faultOfResponse(response.status, await readJson(response), response.headers.get('retry-after'));
    }
    if (!answer) return undefined as T;
    const parsed = v.safeParse(answer, await readJson(response));
    if (!parsed.success) throw new Fault('not_perch');
    return parsed.output;
  }

  async #send(path: string, { method, body, token }: Omit<Call<unknown>, 'answer'>): Promise<Response> {
    const headers: Record<string, string> = {};
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const isRead = body === undefined && !method;
    const init: RequestInit = {
      method: method ?? (isRead ? 'GET' : 'POST'),
      headers,
      // `no-cache` also asks the server anew whether we may ask (CORS preflight), and a join must not wait for that.
      cache: isRead ? 'no-cache' : 'default',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      return await this.#fetch(`${this.url}${path}`, init);
    } catch (error) {
      throw new Fault('unreachable', { cause: error });
    }
  }
}
