import { signal, type Signal } from '@preact/signals';
import { Account } from '#shared/client/account.ts';
import { Fault, foundOf, outcomeOf } from '#shared/client/fault.ts';
import type { ServerClient } from '#shared/client/server-client.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import { merged } from '#shared/client/sign-in-flow.ts';
import type { SignInNews } from '#shared/schema/sign-in.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { AccountDesk } from '#shared/ui/account/account-desk.ts';
import { shareOn } from '../keep/kept.ts';
import { openShelf, type Shelf } from '../keep/shelf.ts';
import { RedirectSignIn } from './redirect.ts';

export interface PageAccountDeps {
  server: ServerClient;
  sessions: SessionKeeper;
  shelf: Shelf;
  /** In the Space of the page, which the browser leaves with the page. */
  isIn(): boolean;
  leave(): Promise<void>;
}

/** The person's account on a page of the server's own. */
export class PageAccount {
  readonly desk: AccountDesk;
  readonly news: Signal<SignInNews | null> = signal(null);
  readonly #redirect: RedirectSignIn;

  constructor({ server, sessions, shelf, isIn, leave }: PageAccountDeps) {
    this.#redirect = new RedirectSignIn({
      server,
      sessions,
      shelf: openShelf(() => sessionStorage),
      location,
      history,
    });
    const account = new Account({ server: () => server, sessions, leave });
    this.desk = {
      news: this.news,
      ...shareOn(shelf),
      about: () => foundOf(() => account.about()),
      me: () => foundOf(() => account.me()),
      devices: () => foundOf(() => account.devices()),
      signIn: (wish) => outcomeOf(() => this.#redirect.begin(wish, isIn())),
      forgetSignIn: () => outcomeOf(async () => void (this.news.value = null)),
      merge: () => outcomeOf(() => this.#merge(account)),
      rename: (name) => outcomeOf(() => account.rename(name)),
      change: (id, change) => outcomeOf(() => account.change(id, change)),
      unlink: (id) => outcomeOf(() => account.unlink(id)),
      signOutDevice: (id) => outcomeOf(() => account.signOutDevice(id)),
      signOut: () => outcomeOf(() => account.signOut()),
      deleteAccount: () => outcomeOf(() => account.deleteAccount()),
      beGuest: () => outcomeOf(() => account.beGuest()),
      follows: null,
      isLeft: true,
    };
  }

  /** Ends a sign-in that the browser comes back from. Whoever was in the Space when it left joins it again first. */
  async comeBack(rejoin: () => Promise<Outcome>): Promise<void> {
    const back = await this.#redirect.end();
    if (!back) return;
    const { news, wasIn } = back;
    const fault = wasIn ? (await rejoin()).fault : null;
    this.news.value = news.is === 'done' ? { ...news, rejoined: wasIn, fault } : news;
  }

  async #merge(account: Account): Promise<void> {
    const news = this.news.peek();
    if (news?.is !== 'taken') throw new Fault('sign_in_over');
    await account.merge(news.ticket);
    this.news.value = merged(news);
  }
}
