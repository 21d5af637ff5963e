import { Account } from '#shared/client/account.ts';
import { Fault, foundOf } from '#shared/client/fault.ts';
import type { RoomFlow } from '#shared/client/room-flow.ts';
import type { RoomMemory } from '#shared/client/room-memory.ts';
import { isInRoom } from '#shared/client/room-memory.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { Identity } from '#shared/schema/account.ts';
import type { NOBODY_YET, View } from '#shared/schema/view.ts';
import {
  lastAbout,
  signInNews,
  statusOffer,
  type AboutServer,
  type StatusOffer,
} from '../platform/account-store.ts';
import { openPopup } from '../platform/toolbar.ts';
import { openWebAuth, signInBack } from '../platform/web-auth.ts';
import type { Follows } from './follows/follows.ts';
import type { Servers } from './servers.ts';
import { SignIn } from './sign-in.ts';

const ABOUT_MS = 5 * 60_000;

export interface AccountSideDeps {
  servers: Servers;
  sessions: SessionKeeper;
  memory: RoomMemory;
  flow: () => RoomFlow;
  /** Told what the person proves, and all that they have proved: whom they follow is read of that. */
  follows: Pick<Follows, 'brought' | 'own'>;
  onChange(): void;
}

/** Who the person is at home, and what guests may do there. */
export class AccountSide {
  readonly account: Account;
  readonly signIn: SignIn;
  readonly #deps: AccountSideDeps;
  #about: AboutServer | null = null;
  #offer: StatusOffer | null = null;

  constructor(deps: AccountSideDeps) {
    this.#deps = deps;
    const { servers, sessions, follows } = deps;
    const server = () => servers.home;
    const onOwn = (identities: readonly Identity[]) => follows.own(servers.home.url, identities);
    this.account = new Account({ server, sessions, onOwn, leave: () => this.#leaveHome() });
    this.signIn = new SignIn({
      server,
      sessions,
      account: this.account,
      onProved: async (identity, access) => {
        await this.#noteStatus(identity);
        await follows.brought(servers.home.url, identity, access);
        // The account may have more identities, which it tells by itself.
        void foundOf(() => this.account.me());
      },
      shelf: signInNews,
      back: signInBack,
      open: openWebAuth,
      openPopup,
      onNews: deps.onChange,
    });
  }

  async recall(): Promise<void> {
    [this.#about, this.#offer] = await Promise.all([
      lastAbout.get(),
      statusOffer.get(),
      this.signIn.recall(),
    ]);
  }

  async view(): Promise<Pick<View, keyof typeof NOBODY_YET>> {
    const { sessions, servers } = this.#deps;
    const { home } = servers;
    const session = await sessions.current(home);
    const signedIn = session?.account.guest === false;
    const about = this.#about?.server === home.url ? this.#about.about : null;
    const offer = this.#offer?.server === home.url && this.#offer.isOpen ? this.#offer : null;
    return {
      name: session?.account.name ?? null,
      signedIn,
      account: session && { id: session.account.id, picture: session.picture ?? null },
      signedOut: await sessions.isOver(home),
      signIn: this.signIn.news !== null,
      mayHost: signedIn || about === null || about.guests === 'host',
      statusFor: signedIn ? (offer?.handle ?? null) : null,
    };
  }

  /** Asks the home server what guests may do there, unless it was asked a moment ago. */
  async learn(): Promise<void> {
    const { home } = this.#deps.servers;
    const at = Date.now();
    if (this.#about?.server === home.url && at - this.#about.at < ABOUT_MS) return;
    try {
      this.#about = { server: home.url, about: await this.account.about(), at };
    } catch (error) {
      // Until it is known, the server itself says what a guest may not do.
      if (!(error instanceof Fault)) throw error;
      return;
    }
    await lastAbout.set(this.#about);
    this.#deps.onChange();
  }

  /** The home server says that the session here is over; what it answers to a question decides. */
  async verify(): Promise<void> {
    await foundOf(() => this.account.me());
  }

  /** Another server is home, where nothing of this sign-in holds. */
  async handleHome(): Promise<void> {
    if (this.signIn.news) await this.signIn.forget();
    await Promise.all([this.learn(), this.#learnOwn()]);
  }

  /** Whom the person is there, and whom they follow as that, may be others. */
  async #learnOwn(): Promise<void> {
    try {
      if (!(await this.account.me())) await this.#deps.follows.own(this.#deps.servers.home.url, []);
    } catch (error) {
      // It is asked for again when it is shown.
      if (!(error instanceof Fault)) throw error;
    }
  }

  /** The person has said whether their Bluesky status should tell, and is not asked again. */
  async closeOffer(): Promise<void> {
    if (!this.#offer) return;
    this.#offer = { ...this.#offer, isOpen: false };
    await statusOffer.set(this.#offer);
    this.#deps.onChange();
  }

  /** The first time that a Bluesky account is proved, hosting will offer to set its live status. */
  async #noteStatus({ network, handle, status }: Identity): Promise<void> {
    if (network !== 'bluesky') return;
    const { url: server } = this.#deps.servers.home;
    const isKnown = this.#offer?.server === server && this.#offer.handle === handle;
    if (isKnown && (!status || !this.#offer?.isOpen)) return;
    this.#offer = { server, handle, isOpen: !status };
    await statusOffer.set(this.#offer);
  }

  async #leaveHome(): Promise<void> {
    const { memory, servers, flow } = this.#deps;
    const { room } = memory;
    if (isInRoom(room) && servers.of(room.spaceId) === servers.home) await flow().leave();
  }
}
