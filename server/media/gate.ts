import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Limits, RATE_MS } from '#shared/schema/limits.ts';
import type { Logger } from '../log.ts';
import { MediaUnavailable } from '../spaces/ports.ts';
import type { Admission, Admit, Media } from '../spaces/ports.ts';
import type { Endpoint } from './endpoint.ts';
import { ask, forwardedPath, join, refuseUpgrade, upgradeHeaders } from './forward.ts';
import type { Answer } from './forward.ts';
import { createLines } from './lines.ts';
import { identityIn, mintToken } from './tokens.ts';

export const SIGNAL_PATHS = ['/rtc', '/rtc/v1'];
export const VALIDATE_PATHS = ['/rtc/validate', '/rtc/v1/validate'];

const TOKEN_MS = 60_000;
/** LiveKit's own refusals of what a client sent beside the token; everything else that is not success means "later". */
const CLIENTS_FAULT = [400, 401, 403];

export interface GateDeps {
  endpoint: Endpoint;
  media: Pick<Media, 'openRoom'>;
  admit: Admit;
  /** LiveKit took a socket with these grants, or somebody with these grants is heard again. */
  admitted(admission: Admission): Promise<void>;
  /** The last line of this identity has closed, or nothing was heard on any for `quietMs`. */
  lost(identity: string, quietMs: number): Promise<void>;
  limits: Pick<Limits, 'gatePerMinute' | 'lineQuietMs'>;
  log: Logger;
}

/** A request for LiveKit's signalling, as a client sent it. */
export interface SignalRequest {
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  /** The client's address, for the rate limit. */
  address: string;
}

export interface Refusal {
  status: number;
  retryAfter?: number;
}

/** Stands before LiveKit: asks the store about everybody, each time, and forwards with a token minted then and there. */
export interface Gate {
  /** The answer to a plain request of a validate path. */
  validate(request: SignalRequest): Promise<Refusal>;
  /** Takes over an upgrade of a signal path; whoever hands the socket over listens for its errors. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void;
  /** Lets nobody in any more, waits `graceMs` for LiveKit to end its sockets, then cuts those that are left. */
  close(graceMs: number): Promise<void>;
}

type Entry = { admission: Admission; path: string } | Refusal;

export function createGate(deps: GateDeps): Gate {
  const open = new Set<Duplex>();
  let isClosing = false;
  const lines = createLines(deps);
  const limiter = new RateLimiterMemory({ points: deps.limits.gatePerMinute, duration: RATE_MS / 1000 });

  async function enter(request: SignalRequest): Promise<Entry> {
    const retryAfter = await secondsToWait(limiter, request.address);
    if (retryAfter > 0) return { status: 429, retryAfter };
    const { pathname, searchParams } = new URL(request.url, 'http://gate');
    const identity = await identityIn(deps.endpoint, tokenOf(request.headers, searchParams));
    if (identity === null) return { status: 401 };
    const answer = await deps.admit(identity);
    if ('refused' in answer) return { status: answer.refused === 'unauthenticated' ? 401 : 503 };
    const token = await mintToken(deps.endpoint, answer.admission, TOKEN_MS);
    return { admission: answer.admission, path: forwardedPath(deps.endpoint, pathname, searchParams, token) };
  }

  async function letIn(
    request: SignalRequest,
    socket: Socket,
    head: Buffer,
    gone: AbortSignal,
  ): Promise<void> {
    const entry = await enter(request);
    if ('status' in entry) return refuseUpgrade(socket, entry.status, retryHeader(entry));
    const answer = await askWithRoom(deps, entry, upgradeHeaders(request.headers), gone).catch(later);
    if ('status' in answer) return refuseUpgrade(socket, toClient(answer.status));
    join(socket, head, answer);
    lines.opened(entry.admission, socket, gone);
  }

  return {
    async validate(request) {
      const entry = await enter(request);
      if ('status' in entry) return entry;
      const answer = await askWithRoom(deps, entry, {}, AbortSignal.timeout(TOKEN_MS)).catch(later);
      return { status: 'status' in answer ? toClient(answer.status) : 503 };
    },
    upgrade(request, socket, head, address) {
      if (isClosing) return refuseUpgrade(socket, 503);
      const gone = track(open, socket);
      const asked = { url: request.url ?? '/', headers: request.headers, address };
      letIn(asked, request.socket, head, gone).catch((error: unknown) => {
        deps.log.warn({ err: error }, 'the gate could not forward');
        refuseUpgrade(socket, 503);
      });
    },
    async close(graceMs) {
      isClosing = true;
      lines.close();
      const ends = [...open].map((socket) => once(socket, 'close'));
      await Promise.race([Promise.all(ends), sleep(graceMs)]);
      for (const socket of open) socket.destroy();
    },
  };
}

/** Clients take a missing room as final, so it is made and LiveKit asked again. */
async function askWithRoom(
  { endpoint, media }: GateDeps,
  { path, admission }: Extract<Entry, { path: string }>,
  headers: IncomingHttpHeaders,
  gone: AbortSignal,
): Promise<Answer> {
  const first = await ask(endpoint, path, headers, gone);
  if ('socket' in first || first.status !== 404) return first;
  await media.openRoom(admission.room);
  return ask(endpoint, path, headers, gone);
}

/** Remembers an open socket; the signal tells of its end. */
function track(open: Set<Duplex>, socket: Duplex): AbortSignal {
  const gone = new AbortController();
  open.add(socket);
  socket.once('close', () => {
    open.delete(socket);
    gone.abort();
  });
  return gone.signal;
}

function tokenOf(headers: IncomingHttpHeaders, query: URLSearchParams): string {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? '');
  return bearer?.[1] ?? query.get('access_token') ?? '';
}

function toClient(status: Extract<Answer, { status: number }>['status']): number {
  return status === 200 || CLIENTS_FAULT.includes(status) ? status : 503;
}

function later(error: unknown): Refusal {
  if (error instanceof MediaUnavailable) return { status: 503 };
  throw error;
}

function retryHeader({ retryAfter }: Refusal): Record<string, string> {
  return retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
}

/** 0 while the address keeps to the limit, otherwise the seconds after which it may come back. */
async function secondsToWait(limiter: RateLimiterMemory, address: string): Promise<number> {
  return limiter.consume(address).then(
    () => 0,
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
      throw refused;
    },
  );
}
