import type { Session } from '#shared/schema/api.ts';
import { Fault } from './fault.ts';
import type { ServerClient } from './server-client.ts';

/** Keeps one session for each server; the tokens are out of reach of any web page. */
export interface SessionStore {
  read(server: string): Promise<Session | null>;
  write(server: string, session: Session): Promise<void>;
  remove(server: string): Promise<void>;
}

/** Who we are at one server: a guest made silently when first needed. */
export class SessionKeeper {
  readonly #store: SessionStore;
  readonly #making = new Map<string, Promise<Session>>();
  readonly #known = new Map<string, Session>();

  constructor(store: SessionStore) {
    this.#store = store;
  }

  /** The session so far, without making one. */
  async current({ url }: ServerClient): Promise<Session | null> {
    const session = this.#known.get(url) ?? (await this.#store.read(url));
    if (session) this.#known.set(url, session);
    return session;
  }

  /** Acts with a token; one that the server no longer knows is replaced once. */
  async use<T>(server: ServerClient, act: (token: string) => Promise<T>): Promise<T> {
    const { token } = (await this.current(server)) ?? (await this.#make(server));
    try {
      return await act(token);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unauthenticated') throw error;
      await this.#replace(server.url, token);
      const fresh = (await this.current(server)) ?? (await this.#make(server));
      return act(fresh.token);
    }
  }

  /** The account took another name. */
  async rename(server: ServerClient, name: string): Promise<void> {
    const session = await this.current(server);
    if (session) await this.#keep(server.url, { ...session, account: { ...session.account, name } });
  }

  /** From now on the person is nobody there. */
  async forget(url: string): Promise<void> {
    this.#known.delete(url);
    await this.#store.remove(url);
  }

  async #replace(url: string, token: string): Promise<void> {
    if (this.#known.get(url)?.token === token) await this.forget(url);
  }

  /** Two clicks at once make one guest. */
  #make(server: ServerClient): Promise<Session> {
    const { url } = server;
    const running = this.#making.get(url);
    if (running) return running;
    const making = server
      .makeGuest()
      .then((session) => this.#keep(url, session))
      .finally(() => this.#making.delete(url));
    this.#making.set(url, making);
    return making;
  }

  async #keep(url: string, session: Session): Promise<Session> {
    this.#known.set(url, session);
    await this.#store.write(url, session);
    return session;
  }
}
