import type { LineRider } from './live-feed.ts';
import type { Line, LineClock, LineEvents, Say } from './push-line.ts';
import { PushLine } from './push-line.ts';
import type { ServerClient } from './server-client.ts';
import type { StageFeed } from './stage-feed.ts';

export interface StageLinesDeps extends LineClock {
  openLine(url: string, events: LineEvents): Line;
  stage: StageFeed;
  home(): ServerClient;
  now(): number;
}

/** Lets the stage ride on the home server's push socket, or on one of its own to the server that its Space is on. */
export class StageLines {
  /** What rides on the home server's socket. */
  readonly home: LineRider;
  readonly #deps: StageLinesDeps;
  /** The server of the Space that is followed. */
  #server: ServerClient | null = null;
  #homeSay: Say | null = null;
  #homeSkewMs = 0;
  #abroad: { url: string; line: PushLine } | null = null;

  constructor(deps: StageLinesDeps) {
    this.#deps = deps;
    const { stage } = deps;
    this.home = {
      attach: (say) => {
        this.#homeSay = say;
        if (!this.#abroad) stage.attach(say);
      },
      hear: (message) => {
        if (message.t === 'welcome') this.#homeSkewMs = deps.now() - message.now;
        if (!this.#abroad) stage.hear(message);
      },
      poll: async () => {
        if (!this.#abroad) await stage.poll();
      },
    };
  }

  /** The local clock less that of the home server. */
  get skewMs(): number {
    return this.#abroad ? this.#homeSkewMs : this.#deps.stage.view.skewMs;
  }

  get server(): ServerClient | null {
    return this.#server;
  }

  /** Follows a Space at a server, or none. No server hears of another's: what was followed is let go before the lines change. */
  follow(server: ServerClient | null, spaceId: string | null, participantId: string | null): void {
    const { stage, home } = this.#deps;
    if (this.#server && this.#server !== server) stage.follow(null, null);
    this.#server = server;
    this.#use(server && server !== home() ? server.streamUrl : null);
    stage.follow(spaceId, participantId);
  }

  /** The push socket that tells of the Space from now on; null for the home server's. */
  #use(url: string | null): void {
    if (url === (this.#abroad?.url ?? null)) return;
    const { stage } = this.#deps;
    const before = this.#abroad?.line;
    if (!before) this.#leaveHome();
    this.#abroad = url === null ? null : { url, line: this.#lineTo(url) };
    before?.want(false);
    if (url === null) stage.keepTime(this.#homeSkewMs);
    stage.attach(url === null ? this.#homeSay : null);
    this.#abroad?.line.want(true);
  }

  /** The home server need not go on telling of a Space that is left. */
  #leaveHome(): void {
    this.#homeSkewMs = this.#deps.stage.view.skewMs;
    this.#homeSay?.({ t: 'follow', spaceId: null });
  }

  #lineTo(url: string): PushLine {
    const { stage } = this.#deps;
    // A line that was given up says once more that it is down.
    const isMine = () => this.#abroad?.line === line;
    const line: PushLine = new PushLine({
      ...this.#deps,
      openLine: (events) => this.#deps.openLine(url, events),
      hello: () => ({ t: 'hello', topics: [] }),
      attach: (say) => isMine() && stage.attach(say),
      hear: (message) => isMine() && stage.hear(message),
      poll: () => stage.poll(),
    });
    return line;
  }
}
