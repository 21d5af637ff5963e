import { STATUS_CODES, request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Endpoint } from './endpoint.ts';

const ANSWER_MS = 5_000;
const KEEP_ALIVE_MS = 15_000;
const FLUSH_MS = 5_000;
const UPGRADE_HEADERS = ['connection', 'upgrade', 'user-agent'];
/** What a client must not decide: `publish` would make a second identity, `room` another room. */
const OURS = ['access_token', 'publish', 'room'];

/** LiveKit's answer to a signalling request: a socket, or a status (503 when there was none). */
export type Answer = { socket: Duplex; head: Buffer; headers: IncomingHttpHeaders } | { status: number };

/** The path and query for LiveKit, with our token in place of the client's. */
export function forwardedPath(
  endpoint: Endpoint,
  path: string,
  query: URLSearchParams,
  token: string,
): string {
  const asked = new URLSearchParams(query);
  for (const name of OURS) asked.delete(name);
  asked.set('access_token', token);
  return `${new URL(endpoint.url).pathname.replace(/\/$/, '')}${path}?${asked}`;
}

/** Asks LiveKit; `abandoned` ends the asking when the client has gone. */
export function ask(
  endpoint: Endpoint,
  path: string,
  headers: IncomingHttpHeaders,
  abandoned: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = requestTo(endpoint, path, headers, abandoned);
    request.once('upgrade', (response, socket, head) => resolve({ socket, head, headers: response.headers }));
    request.once('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 503 });
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve({ status: 503 }));
    request.end();
  });
}

function requestTo(
  endpoint: Endpoint,
  path: string,
  headers: IncomingHttpHeaders,
  signal: AbortSignal,
): ClientRequest {
  const url = new URL(endpoint.url);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const { hostname, port } = url;
  return request({
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path,
    headers,
    signal,
    timeout: ANSWER_MS,
  });
}

/** The headers that open a WebSocket, without cookies, origin and tokens. */
export function upgradeHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) => UPGRADE_HEADERS.includes(name) || name.startsWith('sec-websocket-'),
  );
  return Object.fromEntries(kept);
}

/** Hands LiveKit's 101 to the client and joins the two sockets until either ends. */
export function join(client: Duplex, early: Buffer, answer: Extract<Answer, { socket: Duplex }>): void {
  const { socket: livekit, head, headers } = answer;
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
  if (head.length > 0) client.write(head);
  if (early.length > 0) livekit.write(early);
  endTogether(client, livekit);
  client.pipe(livekit);
  livekit.pipe(client);
}

function endTogether(client: Duplex, livekit: Duplex): void {
  for (const [one, other] of [
    [client, livekit],
    [livekit, client],
  ] as const) {
    keepAlive(one);
    one.once('error', () => other.destroy());
    one.once('end', () => endSoon(other));
    one.once('close', () => endSoon(other));
  }
}

/** Hands over what is still on its way and `last`, then lets go; a peer that takes nothing is cut after a while. */
function endSoon(socket: Duplex, last = ''): void {
  if (socket.destroyed) return;
  socket.end(last, () => socket.destroy());
  setTimeout(() => socket.destroy(), FLUSH_MS).unref();
}

// Without it a peer that lost its network stays connected for ever.
function keepAlive(socket: Duplex): void {
  if ('setKeepAlive' in socket && typeof socket.setKeepAlive === 'function') {
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
  }
  if ('setTimeout' in socket && typeof socket.setTimeout === 'function') socket.setTimeout(0);
}

/** Ends an upgrade with a plain HTTP answer. */
export function refuseUpgrade(socket: Duplex, status: number, headers: Record<string, string> = {}): void {
  const all = { Connection: 'close', 'Content-Length': '0', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  endSoon(socket, `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
}
