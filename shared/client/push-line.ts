import * as v from 'valibot';
import type { ClientMessage, ServerMessage } from '#shared/schema/stream.ts';
import { ServerMessageSchema } from '#shared/schema/stream.ts';

const POLL_MS = 15_000;
const OPEN_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** What no message of a Perch server reaches. */
const TEXT_MAX = 2 * 1024 * 1024;

/** The part of a WebSocket that the line uses. */
export interface Line {
  send(text: string): void;
  close(): void;
}
export interface LineEvents {
  onOpen(): void;
  onText(text: string): void;
  onClose(): void;
}

export type Say = (message: ClientMessage) => void;

/** Timers and chance, given so that tests can hold them. */
export interface LineClock {
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  random(): number;
}

export interface PushLineDeps extends LineClock {
  openLine(events: LineEvents): Line;
  /** What is said first on every connection. */
  hello(): ClientMessage;
  /** How to speak on the socket once it has greeted, or null when it is down. */
  attach(say: Say | null): void;
  /** Every message that is understood. */
  hear(message: ServerMessage): void;
  /** Asks by other means, while the socket is down. */
  poll(): Promise<unknown>;
}

/** One push socket, opened again and again while it is wanted; while it is down others are asked to poll. */
export class PushLine {
  readonly #deps: PushLineDeps;
  #line: Line | null = null;
  #isWelcome = false;
  #failures = 0;
  #isWanted = false;
  #pingMs = OPEN_MS;
  #silence: unknown;
  #retry: unknown;
  #poll: unknown;

  constructor(deps: PushLineDeps) {
    this.#deps = deps;
  }

  /** Whether the server has welcomed us on a socket that stands. */
  get isWelcome(): boolean {
    return this.#isWelcome;
  }

  /** Opens the socket, or closes it. */
  want(on: boolean): void {
    if (on === this.#isWanted) return;
    this.#isWanted = on;
    if (on) this.#open();
    else this.#close();
  }

  #open(): void {
    const isMine = (line: Line) => line === this.#line;
    const line: Line = this.#deps.openLine({
      onOpen: () => isMine(line) && this.#greet(),
      onText: (text) => isMine(line) && this.#hear(text),
      onClose: () => isMine(line) && this.#handleClosed(),
    });
    this.#line = line;
    this.#pingMs = OPEN_MS;
    this.#listenForSilence();
  }

  #close(): void {
    const line = this.#line;
    this.#line = null;
    this.#isWelcome = false;
    this.#failures = 0;
    for (const timer of [this.#silence, this.#retry, this.#poll]) this.#deps.clearTimeout(timer);
    this.#deps.attach(null);
    line?.close();
  }

  #greet(): void {
    this.#say(this.#deps.hello());
    this.#deps.attach((message) => this.#say(message));
  }

  #say(message: ClientMessage): void {
    this.#line?.send(JSON.stringify(message));
  }

  #hear(text: string): void {
    this.#listenForSilence();
    const message = parseMessage(text);
    // A newer server may say more than we understand.
    if (!message) return;
    if (message.t === 'welcome') this.#beWelcome(message.ping);
    this.#deps.hear(message);
    if (message.t === 'ping') this.#say({ t: 'pong' });
    if (message.t === 'bye') this.#handleClosed(message.retryInMs);
  }

  #beWelcome(pingSeconds: number): void {
    this.#isWelcome = true;
    this.#failures = 0;
    this.#pingMs = pingSeconds * 2_000;
    this.#listenForSilence();
    this.#deps.clearTimeout(this.#poll);
  }

  #listenForSilence(): void {
    this.#deps.clearTimeout(this.#silence);
    this.#silence = this.#deps.setTimeout(() => this.#handleClosed(), this.#pingMs);
  }

  #handleClosed(retryInMs?: number): void {
    const failures = this.#failures + 1;
    this.#close();
    this.#failures = failures;
    if (!this.#isWanted) return;
    const waitMs = retryInMs ?? Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    this.#retry = this.#deps.setTimeout(() => this.#open(), waitMs * (0.75 + this.#deps.random() / 2));
    void this.#keepPolling();
  }

  async #keepPolling(): Promise<void> {
    await this.#deps.poll();
    if (!this.#isWanted || this.#isWelcome) return;
    this.#deps.clearTimeout(this.#poll);
    this.#poll = this.#deps.setTimeout(() => void this.#keepPolling(), POLL_MS);
  }
}

function parseMessage(text: string): ServerMessage | null {
  if (text.length > TEXT_MAX) return null;
  try {
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
