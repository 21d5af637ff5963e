import type { Live } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { ServerMessage } from '#shared/schema/stream.ts';
import { Fault } from './fault.ts';
import type { LiveList } from './live-list.ts';
import { agrees, EMPTY_LIST, withCounts, withSnapshot, withUpdate } from './live-list.ts';
import { PushLine, type Line, type LineClock, type LineEvents, type Say } from './push-line.ts';

/** Who shares the push socket: told when it has greeted (how to speak on it) or is down, and every message. */
export interface LineRider {
  attach(say: Say | null): void;
  hear(message: ServerMessage): void;
  /** Asks by other means, while the socket is down. */
  poll(): Promise<void>;
}

export interface FeedDeps extends LineClock {
  openLine(events: LineEvents): Line;
  fetchLive(): Promise<Live>;
  rider: LineRider;
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
  readonly #line: PushLine;
  #isWanted = false;

  constructor(deps: FeedDeps) {
    this.#deps = deps;
    const { rider } = deps;
    this.#line = new PushLine({
      ...deps,
      hello: () => ({ t: 'hello', topics: ['live'], ...(this.list.rev && { have: this.list.rev }) }),
      attach: (say) => rider.attach(say),
      hear: (message) => {
        rider.hear(message);
        this.#apply(message);
      },
      poll: () => Promise.all([this.refresh(), rider.poll()]),
    });
  }

  /** Opens the socket, or closes it and lets the list grow old. */
  want(on: boolean): void {
    this.#isWanted = on;
    this.#line.want(on);
  }

  /** Fetches the list now. Resolves also when that failed: `fault` says so. */
  async refresh(): Promise<FaultCode | null> {
    try {
      const live = await this.#deps.fetchLive();
      this.#become(withSnapshot(this.list, live.rev, live.spaces), 'fresh', null);
      return null;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!this.#line.isWelcome)
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

  #apply(message: ServerMessage): void {
    switch (message.t) {
      case 'welcome':
        // Without a snapshot to follow, what we have is the list.
        return this.list.rev ? this.#become(this.list, 'fresh', null) : undefined;
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
      case 'out':
      case 'ping':
      case 'bye':
        return undefined;
      default:
        message satisfies never;
    }
  }

  #compare(sum: { n: number; rev: string }): void {
    if (!agrees(this.list, sum)) void this.refresh();
    else this.list = { ...this.list, rev: sum.rev };
  }

  #become(list: LiveList, status: FeedStatus, fault: FaultCode | null): void {
    this.list = list;
    this.status = status;
    this.fault = fault;
    this.#deps.onChange();
  }
}
