import * as v from 'valibot';
import type { Live } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { ClientMessage, ServerMessage } from '#shared/schema/stream.ts';
import { ServerMessageSchema } from '#shared/schema/stream.ts';
import { Fault } from './fault.ts';
import type { LiveList } from './live-list.ts';
import { agrees, EMPTY_LIST, withCounts, withSnapshot, withUpdate } from './live-list.ts';

const POLL_MS = 15_000;
const OPEN_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** The part of a WebSocket that the feed uses. */
export interface Line {
  send(text: string): void;
  close(): void;
}
export interface LineEvents {
  onOpen(): void;
  onText(text: string): void;
  onClose(): void;
}

/** Who shares the push socket: told when it has greeted (how to speak on it) or is down, and every message. */
export interface LineRider {
  attach(say: ((message: ClientMessage) => void) | null): void;
  hear(message: ServerMessage): void;
  /** Asks by other means, while the socket is down. */
  poll(): Promise<void>;
}

export interface FeedDeps {
  openLine(events: LineEvents): Line;
  fetchLive(): Promise<Live>;
  rider: LineRider;
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
  random(): number;
  /** Called after each change of `feed.list`, `feed.status` or `feed.fault`. */
  onChange(): void;
}

export type FeedStatus = 'loading' | 'fresh' | 'stale';

/** Keeps the list of live Spaces true while somebody wants it: by the push socket, and by polling while that is down. */
export class LiveFeed {
  list: LiveList = EMPTY_LIST;
  status: FeedStatus = 'loading';
  fault: FaultCode | null = null;
  readonly #deps: FeedDeps;
  #line: Line | null = null;
  #isWelcome = false;
  #failures = 0;
  #isWanted = false;
  #pingMs = OPEN_MS;
  #silence: unknown;
  #retry: unknown;
  #poll: unknown;

  constructor(deps: FeedDeps) {
    this.#deps = deps;
  }

  /** Opens the socket, or closes it and lets the list grow old. */
  want(on: boolean): void {
    if (on === this.#isWanted) return;
    this.#isWanted = on;
    if (on) this.#open();
    else this.#close();
  }

  /** Fetches the list now. Resolves also when that failed: `fault` says so. */
  async refresh(): Promise<FaultCode | null> {
    try {
      const live = await this.#deps.fetchLive();
      this.#become(withSnapshot(this.list, live.rev, live.spaces), 'fresh', null);
      return null;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!this.#isWelcome)
        this.#become(this.list, this.status === 'loading' ? 'loading' : 'stale', error.code);
      return error.code;
    }
  }

  /** Another server: forget all and begin again. */
  restart(): void {
    const wasWanted = this.#isWanted;
    this.want(false);
    this.list = EMPTY_LIST;
    this.status = 'loading';
    this.fault = null;
    this.want(wasWanted);
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
    this.#deps.rider.attach(null);
    line?.close();
  }

  #greet(): void {
    const have = this.list.rev;
    this.#say({ t: 'hello', topics: ['live'], ...(have && { have }) });
    this.#deps.rider.attach((message) => this.#say(message));
  }

  #say(message: ClientMessage): void {
    this.#line?.send(JSON.stringify(message));
  }

  #hear(text: string): void {
    this.#listenForSilence();
    const message = parseMessage(text);
    // A newer server may say more than we understand.
    if (!message) return;
    this.#deps.rider.hear(message);
    this.#apply(message);
  }

  #apply(message: ServerMessage): void {
    switch (message.t) {
      case 'welcome':
        return this.#beWelcome(message.ping);
      case 'snap':
        return this.#become(withSnapshot(this.list, message.rev, message.items), 'fresh', null);
      case 'up':
        return this.#become(withUpdate(this.list, message), this.status, null);
      case 'count':
        return this.#become(withCounts(this.list, message.items), this.status, null);
      case 'sum':
        return this.#compare(message);
      case 'stage':
      case 'me':
      case 'queue':
      case 'reactions':
        return undefined;
      case 'ping':
        return this.#say({ t: 'pong' });
      case 'bye':
        return this.#handleClosed(message.retryInMs);
      default:
        message satisfies never;
    }
  }

  #beWelcome(pingSeconds: number): void {
    this.#isWelcome = true;
    this.#failures = 0;
    this.#pingMs = pingSeconds * 2_000;
    this.#listenForSilence();
    this.#deps.clearTimeout(this.#poll);
    // Without a snapshot to follow, what we have is the list.
    if (this.list.rev) this.#become(this.list, 'fresh', null);
  }

  #compare(sum: { n: number; rev: string }): void {
    if (!agrees(this.list, sum)) void this.refresh();
    else this.list = { ...this.list, rev: sum.rev };
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
    await Promise.all([this.refresh(), this.#deps.rider.poll()]);
    if (!this.#isWanted || this.#isWelcome) return;
    this.#deps.clearTimeout(this.#poll);
    this.#poll = this.#deps.setTimeout(() => void this.#keepPolling(), POLL_MS);
  }

  #become(list: LiveList, status: FeedStatus, fault: FaultCode | null): void {
    this.list = list;
    this.status = status;
    this.fault = fault;
    this.#deps.onChange();
  }
}

function parseMessage(text: string): ServerMessage | null {
  try {
    const parsed = v.safeParse(ServerMessageSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
