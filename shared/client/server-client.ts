import * as v from 'valibot';
import type { PersonAction } from '#shared/policy/policy.ts';
import type {
  Ahead,
  Join,
  JoinRequest,
  Live,
  Session,
  SettingsRequest,
  StartRequest,
} from '#shared/schema/api.ts';
import { AheadSchema, HealthSchema, JoinSchema, LiveSchema, SessionSchema } from '#shared/schema/api.ts';
import type { Block, ReportRequest } from '#shared/schema/safety.ts';
import { BlockSchema, BlocksSchema } from '#shared/schema/safety.ts';
import type { Space } from '#shared/schema/space.ts';
import { SpaceSchema } from '#shared/schema/space.ts';
import type { Reaction, StageAnswer } from '#shared/schema/stage.ts';
import { StageAnswerSchema } from '#shared/schema/stage.ts';
import { readBytes, readJson } from './bounded.ts';
import { Fault, faultOfResponse } from './fault.ts';

const TIMEOUT_MS = 10_000;
/** What is read of an answer at most; servers are not to be trusted with more. */
const SPACE_BYTES = 64 * 1024;
const LIVE_BYTES = 2 * 1024 * 1024;
const ANSWER_BYTES = 256 * 1024;
const PICTURE_BYTES = 32 * 1024;

export interface Call<T> {
  /** GET without a body, else POST, unless it is said. */
  method?: 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  token?: string;
  /** Without one the answer's body is not read. */
  answer?: v.GenericSchema<unknown, T>;
  /** Bytes that the answer may have. */
  atMost?: number;
}

type Sent = Omit<Call<unknown>, 'answer' | 'atMost'> & Pick<RequestInit, 'cache'>;

/**
 * One Perch server, spoken to over `/v1`. Every verb rejects with a `Fault` and waits at most 10 s. What is too long, is
 * not what was asked for or leads elsewhere is no answer of a Perch server.
 */
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
    await this.call('/healthz', { answer: HealthSchema });
  }

  makeGuest(): Promise<Session> {
    return this.call('/v1/auth/guest', { body: {}, answer: SessionSchema });
  }

  /** The browser's cache revalidates by ETag, so an unchanged list costs a 304. */
  fetchLive(): Promise<Live> {
    return this.call('/v1/live', { answer: LiveSchema, atMost: LIVE_BYTES });
  }

  async fetchSpace(spaceId: string): Promise<Space> {
    const space = await this.call(`/v1/spaces/${spaceId}`, { answer: SpaceSchema, atMost: SPACE_BYTES });
    return about(spaceId, space, space);
  }

  startSpace(token: string, request: StartRequest): Promise<Join> {
    return this.call('/v1/spaces', { token, body: request, answer: JoinSchema });
  }

  async joinSpace(token: string, spaceId: string, request: JoinRequest = {}): Promise<Join> {
    const join = await this.call(`/v1/spaces/${spaceId}/join`, { token, body: request, answer: JoinSchema });
    return about(spaceId, join.space, join);
  }

  /** A way to be connected for some seconds ahead of a join, which counts as none. */
  async lookAhead(token: string, spaceId: string): Promise<Ahead> {
    const ahead = await this.call(`/v1/spaces/${spaceId}/ahead`, { token, body: {}, answer: AheadSchema });
    return about(spaceId, ahead.space, ahead);
  }

  async leaveSpace(token: string, spaceId: string, participantId: string): Promise<void> {
    await this.call(`/v1/spaces/${spaceId}/leave`, { token, body: { participantId } });
  }

  async endSpace(token: string, spaceId: string): Promise<void> {
    await this.call(`/v1/spaces/${spaceId}/end`, { token, body: {} });
  }

  /** Joins nothing; with a session's token also what that account may see. */
  async fetchStage(token: string | null, spaceId: string): Promise<StageAnswer> {
    const call = { ...(token && { token }), answer: StageAnswerSchema };
    const answer = await this.call(`/v1/spaces/${spaceId}/stage`, call);
    return about(spaceId, answer.stage, answer);
  }

  changeSpace(token: string, spaceId: string, body: SettingsRequest): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}`, { method: 'PATCH', token, body });
  }

  show(token: string, spaceId: string, shown: boolean): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/shown`, { token, body: { shown } });
  }

  request(token: string, spaceId: string, text?: string): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/request`, { token, body: text ? { text } : {} });
  }

  cancelRequest(token: string, spaceId: string): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/request`, { method: 'DELETE', token });
  }

  answerInvitation(token: string, spaceId: string, accept: boolean): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/invitation`, { token, body: { accept } });
  }

  leaveStage(token: string, spaceId: string): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/leave-stage`, { token, body: {} });
  }

  muteAll(token: string, spaceId: string): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/mute-all`, { token, body: {} });
  }

  react(token: string, spaceId: string, emoji: Reaction): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/react`, { token, body: { emoji } });
  }

  actOn(token: string, spaceId: string, pid: string, action: PersonAction): Promise<void> {
    return this.call(`/v1/spaces/${spaceId}/people/${pid}/${action}`, { token, body: {} });
  }

  block(token: string, spaceId: string, pid: string): Promise<Block> {
    return this.call('/v1/blocks', { token, body: { spaceId, pid }, answer: BlockSchema });
  }

  async fetchBlocks(token: string): Promise<Block[]> {
    return (await this.call('/v1/blocks', { token, answer: BlocksSchema })).blocks;
  }

  unblock(token: string, id: string): Promise<void> {
    return this.call(`/v1/blocks/${encodeURIComponent(id)}`, { method: 'DELETE', token });
  }

  report(token: string, body: ReportRequest): Promise<void> {
    return this.call('/v1/reports', { token, body });
  }

  /** A picture of a person. What an id stands for never changes, so the browser's cache need not ask again. */
  async fetchPicture(id: string): Promise<Uint8Array> {
    const response = await this.#open(`/v1/pictures/${id}`, { cache: 'default' });
    return readBytes(response, PICTURE_BYTES);
  }

  /** One request; groups of verbs that stand elsewhere are made of it. */
  async call<T>(path: string, { answer, atMost = ANSWER_BYTES, ...call }: Call<T>): Promise<T> {
    const response = await this.#open(path, call);
    if (!answer) return undefined as T;
    const parsed = v.safeParse(answer, await readJson(response, atMost));
    if (!parsed.success) throw new Fault('not_perch');
    return parsed.output;
  }

  /** The answer, when it is a good one. */
  async #open(path: string, request: Sent): Promise<Response> {
    const response = await this.#send(path, request);
    if (response.ok) return response;
    const body = await readJson(response, ANSWER_BYTES);
    throw faultOfResponse(response.status, body, response.headers.get('retry-after'));
  }

  async #send(path: string, { method, body, token, cache }: Sent): Promise<Response> {
    const headers: Record<string, string> = {};
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const isRead = body === undefined && !method;
    const init: RequestInit = {
      method: method ?? (isRead ? 'GET' : 'POST'),
      headers,
      // `no-cache` also asks the server anew whether we may ask (CORS preflight), and a join must not wait for that.
      cache: cache ?? (isRead ? 'no-cache' : 'default'),
      credentials: 'omit',
      redirect: 'error',
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

/** What was asked of one Space must be about that one. */
function about<Answer>(spaceId: string, { id }: { id: string }, answer: Answer): Answer {
  if (id !== spaceId) throw new Fault('not_perch');
  return answer;
}
