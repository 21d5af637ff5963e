import type { About, Device, Identity, IdentityRequest, MyAccount } from '#shared/schema/account.ts';
import * as verbs from './account-verbs.ts';
import { Fault } from './fault.ts';
import type { ServerClient } from './server-client.ts';
import type { SessionKeeper } from './session.ts';

export interface AccountDeps {
  /** Where the person is at home. */
  server(): ServerClient;
  sessions: SessionKeeper;
  /** Leaves a Space at home, from which the server takes whoever is nobody there any more. */
  leave(): Promise<void>;
  /** All that the person has proved at home; none once they are nobody there any more. */
  onOwn?(identities: readonly Identity[]): Promise<void>;
}

/** What a person does about their own account. Every verb rejects with a `Fault`. */
export class Account {
  readonly #deps: AccountDeps;

  constructor(deps: AccountDeps) {
    this.#deps = deps;
  }

  about(): Promise<About> {
    return verbs.fetchAbout(this.#deps.server());
  }

  /** Null for whoever has no session here. */
  async me(): Promise<MyAccount | null> {
    const { sessions } = this.#deps;
    const server = this.#deps.server();
    if (!(await sessions.current(server))) return null;
    const me = await sessions.use(server, (token) => verbs.fetchMe(server, token));
    await sessions.note(server, me);
    await this.#deps.onOwn?.(me.identities);
    return me;
  }

  async rename(name: string): Promise<void> {
    const server = await this.#use((there, token) => verbs.rename(there, token, name));
    await this.#deps.sessions.rename(server, name);
  }

  async change(id: string, request: IdentityRequest): Promise<void> {
    await this.#use((server, token) => verbs.changeIdentity(server, token, id, request));
  }

  /** The last one takes the account with it. */
  async unlink(id: string): Promise<void> {
    const { identities = [] } = (await this.me()) ?? {};
    const isLast = identities.every((identity) => identity.id === id);
    const act = () => this.#use((server, token) => verbs.unlink(server, token, id));
    if (isLast) await this.#go(act);
    else await act();
  }

  async devices(): Promise<Device[]> {
    const server = this.#deps.server();
    return this.#deps.sessions.use(server, (token) => verbs.fetchDevices(server, token));
  }

  async signOutDevice(id: string): Promise<void> {
    await this.#use((server, token) => verbs.signOutDevice(server, token, id));
  }

  signOut(): Promise<void> {
    return this.#go(() => this.#use(verbs.signOut));
  }

  deleteAccount(): Promise<void> {
    return this.#go(() => this.#use(verbs.deleteAccount));
  }

  /** Whoever was signed out here goes on as a guest. */
  async beGuest(): Promise<void> {
    const { url } = this.#deps.server();
    await this.#deps.sessions.forget(url);
    await this.#deps.onOwn?.([]);
  }

  async merge(ticket: string): Promise<void> {
    await this.#use((server, token) => verbs.mergeAccounts(server, token, ticket));
    await this.me();
  }

  async #use(act: (server: ServerClient, token: string) => Promise<void>): Promise<ServerClient> {
    const server = this.#deps.server();
    await this.#deps.sessions.use(server, (token) => act(server, token));
    return server;
  }

  /** From then on the person is nobody here, also where the server has forgotten them already. */
  async #go(act: () => Promise<unknown>): Promise<void> {
    const { url } = this.#deps.server();
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'unauthenticated') throw error;
    }
    await this.#deps.leave();
    await this.#deps.sessions.forget(url);
    await this.#deps.onOwn?.([]);
  }
}
