import { Fault } from '#shared/client/fault.ts';
import type { ServerClient } from '#shared/client/server-client.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { Ahead as Ticket } from '#shared/schema/api.ts';
import type { Servers } from './servers.ts';

/** Who stays with a control for so long may be about to use it. */
const STAY_MS = 100;
/** Somebody who comes back to it later than this gets a whole new wait for their click. */
const STALE_MS = 2_000;
/** Without a click by then the person did not mean to join. */
const UNHEARD_MS = 5_000;

/** The media host, as far as it is needed ahead of a join. All but `ensure` needs it to be open. */
export interface AheadLine {
  ensure(): Promise<void>;
  /** Connects there, hidden and silent. */
  look(ahead: Ticket): Promise<unknown>;
  hear(spaceId: string): Promise<unknown>;
  unhear(): Promise<unknown>;
}

export interface AheadDeps {
  servers: Pick<Servers, 'clientFor' | 'home'>;
  sessions: Pick<SessionKeeper, 'current'>;
  host: AheadLine;
  /** The media host may go again when nothing comes of it. */
  closeSoon(): Promise<void>;
  /** In a Space, or on the way into one. */
  isBusy(): boolean;
  /** What the person has chosen. */
  isWanted(): Promise<boolean>;
  /** The browser was told to save data. */
  savesData(): boolean;
  now(): number;
  setTimeout(act: () => void, ms: number): unknown;
}

interface Look {
  at: number;
  spaceId: string;
  url: string;
  /** The media host was told. */
  isOut: boolean;
}

/**
 * Joins before the click: who seems about to join is connected, hidden and silent, so that the click only lets the sound
 * in. One at a time, and only for somebody whom the server knows already: no account is made for a look at a button.
 */
export class Ahead {
  readonly #deps: AheadDeps;
  #look: Look | null = null;

  constructor(deps: AheadDeps) {
    this.#deps = deps;
  }

  /** Begins for whoever stays. Rejects with `bad_address` for a server that is not known; what else stands in the way the join will say. */
  async begin(spaceId: string, server?: string): Promise<void> {
    const { servers, isBusy, savesData, now } = this.#deps;
    const at = servers.clientFor(server);
    if (isBusy() || savesData()) return;
    if (this.#look && this.#isAt(spaceId, at.url) && now() - this.#look.at < STALE_MS) return;
    await this.#stop();
    const look: Look = { spaceId, url: at.url, at: now(), isOut: false };
    this.#look = look;
    await this.#wait(STAY_MS);
    if (look !== this.#look) return;
    this.#deps.setTimeout(() => void (look === this.#look && this.#stop()), UNHEARD_MS);
    await this.#go(look, at);
  }

  async #go(look: Look, at: ServerClient): Promise<void> {
    const { sessions, isWanted, host } = this.#deps;
    const session = (await isWanted()) ? await sessions.current(at) : null;
    if (!session || look !== this.#look) return;
    try {
      const [ticket] = await Promise.all([at.lookAhead(session.token, look.spaceId), this.#ready()]);
      if (look !== this.#look) return;
      look.isOut = true;
      await host.look(ticket);
    } catch (error) {
      // Nothing came of it: who comes back to the control begins anew.
      if (look === this.#look) await this.#stop();
      if (!(error instanceof Fault)) throw error;
    }
  }

  /** Somebody seems about to join. */
  get isUnderWay(): boolean {
    return this.#look !== null;
  }

  /** The person turned to something else. */
  async end(spaceId: string): Promise<void> {
    if (this.#look?.spaceId === spaceId) await this.#stop();
  }

  /** The person joins: what is connected there is heard from now on, anything else is over. */
  async take(spaceId: string | null, server?: string): Promise<void> {
    const isThere = spaceId !== null && this.#look?.isOut && this.#isAt(spaceId, this.#urlOf(server));
    if (!isThere) return this.#stop();
    this.#forget();
    await reaching(this.#deps.host.hear(spaceId));
  }

  #urlOf(server: string | undefined): string {
    return server ?? this.#deps.servers.home.url;
  }

  #isAt(spaceId: string, url: string): boolean {
    return this.#look?.spaceId === spaceId && this.#look.url === url;
  }

  async #ready(): Promise<void> {
    await this.#deps.host.ensure();
    await this.#deps.closeSoon();
  }

  #forget(): Look | null {
    const look = this.#look;
    this.#look = null;
    return look;
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#deps.setTimeout(resolve, ms));
  }

  async #stop(): Promise<void> {
    if (this.#forget()?.isOut) await reaching(this.#deps.host.unhear());
  }
}

/** A media host that went away meanwhile is silent, and the join makes it again. */
async function reaching(told: Promise<unknown>): Promise<void> {
  await told.catch(() => undefined);
}
