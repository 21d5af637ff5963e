import * as v from 'valibot';
import type { MyAccount } from '#shared/schema/account.ts';
import { SessionSchema, type Session } from '#shared/schema/api.ts';
import { PictureIdSchema } from '#shared/schema/identity.ts';
import { renewSession } from './account-verbs.ts';
import { Fault } from './fault.ts';
import type { ServerClient } from './server-client.ts';

/** A session with what only whoever keeps it knows. */
export const KeptSessionSchema = v.object({
  ...SessionSchema.entries,
  /** When its token was got, ms since the epoch. */
  at: v.optional(v.number()),
  picture: v.optional(v.nullable(PictureIdSchema)),
  /** Its server has ended it: the person signs in again, or goes on as a guest. */
  over: v.optional(v.boolean()),
});
export type KeptSession = v.InferOutput<typeof KeptSessionSchema>;

/** Keeps one session for each server; the tokens are out of reach of any web page. */
export interface SessionStore {
  read(server: string): Promise<KeptSession | null>;
  write(server: string, session: KeptSession): Promise<void>;
  remove(server: string): Promise<void>;
}

export interface SessionKeeperDeps {
  now(): number;
  /** Called when the person is somebody else at that server, or goes by another name or picture. */
  onChange(url: string): void;
}

/** A token that is older is replaced by a new one. */
const RENEW_AFTER_MS = 24 * 3_600_000;
const RENEW_AGAIN_MS = 3_600_000;

/** Who we are at one server: a guest made silently when first needed, or whom the person signed in as. */
export class SessionKeeper {
  readonly #store: SessionStore;
  readonly #deps: SessionKeeperDeps;
  readonly #making = new Map<string, Promise<KeptSession>>();
  readonly #known = new Map<string, KeptSession>();
  readonly #renewedAt = new Map<string, number>();

  constructor(store: SessionStore, deps: Partial<SessionKeeperDeps> = {}) {
    this.#store = store;
    this.#deps = { now: () => Date.now(), onChange: () => undefined, ...deps };
  }

  /** The session so far, without making one; null also when its server has ended it. */
  async current(server: ServerClient): Promise<KeptSession | null> {
    const session = await this.#read(server);
    return session?.over ? null : session;
  }

  /** Whether the server has signed the person out here, and they have not said yet how to go on. */
  async isOver(server: ServerClient): Promise<boolean> {
    return (await this.#read(server))?.over ?? false;
  }

  /** Acts with a token. A guest's that the server no longer knows is replaced once; nobody who signed in becomes a guest by that. */
  async use<T>(server: ServerClient, act: (token: string) => Promise<T>): Promise<T> {
    const session = await this.#own(server);
    try {
      const done = await act(session.token);
      void this.#renew(server, session);
      return done;
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unauthenticated') throw error;
      await this.#giveUp(server, session);
      // Whoever signed out meanwhile asked for no guest.
      const fresh = session.account.guest ? await this.#own(server) : await this.current(server);
      if (!fresh) throw error;
      return act(fresh.token);
    }
  }

  /** From now on the person is whom they have signed in as. */
  async take({ url }: ServerClient, session: Session, picture: string | null): Promise<void> {
    await this.#keep(url, { ...session, at: this.#deps.now(), picture });
  }

  /** The account took another name. */
  async rename(server: ServerClient, name: string): Promise<void> {
    const session = await this.current(server);
    if (session) await this.#keep(server.url, { ...session, account: { ...session.account, name } });
  }

  /** What the server says of the account. */
  async note(server: ServerClient, { id, name, guest, picture }: MyAccount): Promise<void> {
    const session = await this.current(server);
    if (!session) return;
    const { account } = session;
    const isKnown =
      account.id === id && account.name === name && account.guest === guest && session.picture === picture;
    if (!isKnown) await this.#keep(server.url, { ...session, account: { id, name, guest }, picture });
  }

  /** From now on the person is nobody there. */
  async forget(url: string): Promise<void> {
    this.#known.delete(url);
    await this.#store.remove(url);
    this.#deps.onChange(url);
  }

  async #read({ url }: ServerClient): Promise<KeptSession | null> {
    const session = this.#known.get(url) ?? (await this.#store.read(url));
    if (session) this.#known.set(url, session);
    return session;
  }

  async #own(server: ServerClient): Promise<KeptSession> {
    const session = await this.#read(server);
    if (session?.over) throw new Fault('unauthenticated');
    return session ?? this.#make(server);
  }

  /** Unless it was replaced meanwhile. */
  async #giveUp(server: ServerClient, { token, account }: KeptSession): Promise<void> {
    const session = await this.#read(server);
    if (session?.token !== token) return;
    if (account.guest) await this.forget(server.url);
    else await this.#keep(server.url, { ...session, over: true });
  }

  /** What fails now is tried again later; until then the old token does. */
  async #renew(server: ServerClient, { token, at }: KeptSession): Promise<void> {
    const { url } = server;
    const now = this.#deps.now();
    const isYoung = at !== undefined && now - at < RENEW_AFTER_MS;
    if (isYoung || now - (this.#renewedAt.get(url) ?? 0) < RENEW_AGAIN_MS) return;
    this.#renewedAt.set(url, now);
    const fresh = at === undefined ? {} : await renewSession(server, token).catch(nothingOfFault);
    const session = await this.current(server);
    if (fresh && session?.token === token) await this.#keep(url, { ...session, ...fresh, at: now });
  }

  /** Two clicks at once make one guest. */
  #make(server: ServerClient): Promise<KeptSession> {
    const { url } = server;
    const running = this.#making.get(url);
    if (running) return running;
    const making = server
      .makeGuest()
      .then((session) => this.#keep(url, { ...session, at: this.#deps.now() }))
      .finally(() => this.#making.delete(url));
    this.#making.set(url, making);
    return making;
  }

  async #keep(url: string, session: KeptSession): Promise<KeptSession> {
    this.#known.set(url, session);
    await this.#store.write(url, session);
    this.#deps.onChange(url);
    return session;
  }
}

function nothingOfFault(error: unknown): null {
  if (error instanceof Fault) return null;
  throw error;
}
