import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Limits } from '#shared/schema/limits.ts';
import type { ClientMessage } from '#shared/schema/stream.ts';
import { encodeMessage, parseMessage, textFrame, type EncodedList } from './encode.ts';
import { catchUp, CLOSE, isKeepingUp, sendDelta, sendTo, type Reader } from './reader.ts';
import { PING_GROUPS, Readers } from './readers.ts';

type Hello = Extract<ClientMessage, { t: 'hello' }>;

const PING = encodeMessage({ t: 'ping' });
const PINGS_MISSED = 2;
/** After a restart readers come back spread over so long: a little for each, up to the longest. */
const RETURN_MS_EACH = 3;
const RETURN_MIN_MS = 1_000;
const RETURN_MAX_MS = 30_000;

/** Those who want more than the list. */
interface Following {
  follow(reader: Reader, wish: { spaceId: string | null; token?: string }): void;
  /** The reader is gone. */
  forget(reader: Reader): void;
  /** The reader was behind, and has the list again. */
  caughtUp(reader: Reader): void;
}

/** The push sockets of this process: who reads, how far behind, still alive or not. */
export class Hub {
  readonly #limits: Limits;
  readonly #list: () => EncodedList;
  readonly #following: Following;
  readonly #readers = new Readers();
  readonly #server: WebSocketServer;
  #timers: NodeJS.Timeout[] = [];
  #group = 0;
  #anyBehind = false;
  #closing = false;

  constructor(limits: Limits, list: () => EncodedList, following: Following) {
    this.#limits = limits;
    this.#list = list;
    this.#following = following;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.frameBytes,
    });
  }

  get size(): number {
    return this.#readers.size;
  }

  start(): void {
    const { pingMs, pushMs } = this.#limits;
    this.#timers = [
      setInterval(() => this.#pingGroup(), pingMs / PING_GROUPS).unref(),
      setInterval(() => this.#tendSlow(), pushMs).unref(),
    ];
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, address: string): void {
    if (this.#closing) refuse(socket, '503 Service Unavailable');
    else if (this.#readers.countAt(address) >= this.#limits.socketsPerAddress) {
      refuse(socket, '429 Too Many Requests', 'Retry-After: 60\r\n');
    } else this.#server.handleUpgrade(request, socket, head, (ws) => this.#take(ws, socket, address));
  }

  /** Sends one message to everybody who reads the list and keeps up; the same buffer for all. */
  broadcast(message: Buffer): void {
    const frame = textFrame(message);
    for (const reader of this.#readers) if (reader.wantsList) this.deliver(reader, frame);
  }

  /** Sends one framed message to one reader, if it keeps up; answers whether it was sent. */
  deliver(reader: Reader, frame: Buffer): boolean {
    const sent = sendDelta(reader, frame, this.#limits.slowBytes);
    if (reader.behindSince > 0) this.#anyBehind = true;
    return sent;
  }

  /** Says `bye` to all, each with a return time of its own, and waits until they are gone, at most `drainMs`. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    const giveUp = setTimeout(() => this.#terminateAll(), this.#limits.drainMs);
    const among = this.#readers.size;
    for (const { socket } of this.#readers) sayBye(socket, among);
    await this.#readers.emptied();
    clearTimeout(giveUp);
  }

  #take(socket: WebSocket, raw: Duplex, address: string): void {
    const reader = this.#readers.add(socket, raw, address);
    socket.on('message', (data, binary) => this.#hear(reader, data, binary));
    socket.on('close', () => this.#lose(reader));
    // After a frame too large or malformed ws closes the socket by itself.
    socket.on('error', () => this.#lose(reader));
  }

  #lose(reader: Reader): void {
    this.#following.forget(reader);
    this.#readers.remove(reader);
  }

  #hear(reader: Reader, data: RawData, binary: boolean): void {
    const message = binary ? null : parseMessage(String(data));
    reader.unanswered = 0;
    if (message?.t === 'hello') this.#greet(reader, message);
    else if (message?.t === 'follow' && reader.listening) this.#following.follow(reader, message);
    else if (message?.t !== 'pong') reader.socket.close(CLOSE.badMessage, 'bad message');
  }

  #greet(reader: Reader, { topics, have }: Hello): void {
    reader.listening = true;
    reader.wantsList = topics.includes('live');
    sendTo(reader, encodeMessage({ t: 'welcome', ping: this.#limits.pingMs / 1_000, now: Date.now() }));
    if (!reader.wantsList) return;
    const { rev, snap } = this.#list();
    if (have === rev) return;
    if (isKeepingUp(reader, this.#limits.slowBytes)) sendTo(reader, snap);
    else this.#anyBehind = true;
  }

  #pingGroup(): void {
    for (const reader of this.#readers) if (reader.pingGroup === this.#group) this.#ping(reader);
    this.#group = (this.#group + 1) % PING_GROUPS;
  }

  #ping(reader: Reader): void {
    if (reader.unanswered >= PINGS_MISSED) reader.socket.terminate();
    else if (!reader.listening && reader.unanswered > 0) reader.socket.close(CLOSE.silent, 'say hello');
    else if (reader.listening && reader.behindSince === 0) sendTo(reader, PING);
    reader.unanswered += 1;
  }

  #tendSlow(): void {
    if (!this.#anyBehind) return;
    this.#anyBehind = false;
    const snapshot = () => this.#list().snap;
    for (const reader of this.#readers) {
      if (reader.behindSince === 0) continue;
      if (catchUp(reader, snapshot, this.#limits)) this.#anyBehind = true;
      else this.#following.caughtUp(reader);
    }
  }

  #terminateAll(): void {
    for (const { socket } of this.#readers) socket.terminate();
  }
}

function sayBye(socket: WebSocket, among: number): void {
  const within = Math.min(RETURN_MAX_MS, Math.max(RETURN_MIN_MS, among * RETURN_MS_EACH));
  const retryInMs = Math.round(RETURN_MIN_MS + Math.random() * within);
  socket.send(encodeMessage({ t: 'bye', retryInMs }), { binary: false });
  socket.close(CLOSE.restarting, 'restarting');
}

function refuse(socket: Duplex, status: string, headers = ''): void {
  const answer = `HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(answer, () => socket.destroy());
}
