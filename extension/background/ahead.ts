import { Fault } from '#shared/client/fault.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { Ahead as Ticket } from '#shared/schema/api.ts';
import type { Servers } from './servers.ts';

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
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

interface Look {
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
  #timer: unknown;

  constructor(deps: AheadDeps) {
    this.#deps = deps;
  }

  /** Rejects with `bad_address` for a server that is not known; whatever else stands in the way is left to the join. */
  async begin(spaceId: string, server?: string): Promise<void> {
    const { servers, sessions, isBusy, isWanted, savesData } = this.#deps;
    const at = servers.clientFor(server);
    if (isBusy() || savesData() || this.#isAt(spaceId, at.url)) return;
    await this.#stop();
    const look: Look = { spaceId, url: at.url, isOut: false };
    this.#look = look;
    this.#timer = this.#deps.setTimeout(() => void this.#stop(), UNHEARD_MS);
    const session = (await isWanted()) ? await sessions.current(at) : null;
    if (!session || look !== this.#look) return;
    try {
      const [ticket] = await Promise.all([at.lookAhead(session.token, spaceId), this.#ready()]);
      if (look !== this.#look) return;
      look.isOut = true;
      await this.#deps.host.look(ticket);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }

  /** The person turned to something else. */
  async end(spaceId: string): Promise<void> {
    if (this.#look?.spaceId === spaceId) await this.#stop();
  }

  /** The person joins: what is connected there is heard from now on, anything else is over. */
  async take(spaceId: string | null, server?: string): Promise<void> {
    const isThere = spaceId !== null && this.#look?.isOut && this.#isAt(spaceId, this.#urlOf(server));
    try {
      if (!isThere) return await this.#stop();
      this.#forget();
      await this.#deps.host.hear(spaceId);
    } catch {
      // The media host went away meanwhile: the join makes it again.
    }
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
    this.#deps.clearTimeout(this.#timer);
    return look;
  }

  async #stop(): Promise<void> {
    if (this.#forget()?.isOut) await this.#deps.host.unhear();
  }
}
