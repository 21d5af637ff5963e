import type { Account } from '#shared/client/account.ts';
import { Fault, outcomeOf } from '#shared/client/fault.ts';
import type { ServerClient } from '#shared/client/server-client.ts';
import {
  beginSignIn,
  endSignIn,
  merged,
  type Begun,
  type SignInFlowDeps,
} from '#shared/client/sign-in-flow.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { SignInNews, SignInWish } from '#shared/schema/sign-in.ts';
import type { Item } from '../platform/store.ts';
import type { WebAuth } from '../platform/web-auth.ts';

export interface SignInDeps extends SignInFlowDeps {
  server(): ServerClient;
  account: Pick<Account, 'merge'>;
  shelf: Pick<Item<SignInNews | null>, 'get' | 'set'>;
  /** Where the browser gives a sign-in back. */
  back(): string;
  /** Opens the window and waits for its end. */
  open(url: string): Promise<WebAuth>;
  /** The popup closed when the window opened. Rejects where the browser wants a click on the toolbar itself. */
  openPopup(): Promise<void>;
  onNews(): void;
}

/**
 * Signing in: the window closes the popup, so all goes on here, and what it came to waits until the person has seen it.
 * The last wish wins; what an older one brings is let go.
 */
export class SignIn {
  readonly #deps: SignInDeps;
  #news: SignInNews | null = null;
  #turn = 0;
  #beginning: Promise<void> | null = null;

  constructor(deps: SignInDeps) {
    this.#deps = deps;
  }

  get news(): SignInNews | null {
    return this.#news;
  }

  /** A sign-in that was under way went with the worker that was to end it. */
  async recall(): Promise<void> {
    this.#news = await this.#deps.shelf.get();
    if (this.#news?.is !== 'under-way') return;
    await this.#keep({ is: 'failed', wish: this.#news.wish, fault: 'sign_in_over' });
  }

  /** Resolves once the window opens; throws the fault of a server that does not begin. Two clicks at once open one. */
  begin(wish: SignInWish): Promise<void> {
    this.#beginning ??= this.#begin(wish).finally(() => (this.#beginning = null));
    return this.#beginning;
  }

  /** The person has seen what it came to, or no longer waits for it. */
  async forget(): Promise<void> {
    this.#turn += 1;
    await this.#keep(null);
  }

  /** Says in the popup that a guest may not do what was asked for elsewhere. */
  async need(fault: FaultCode): Promise<void> {
    if (this.#news?.is === 'under-way') return;
    await this.#keep({ is: 'needed', fault });
    await this.#showPopup();
  }

  /** Joins the account that the sign-in led to with this one, which the person has agreed to. */
  async merge(): Promise<void> {
    const news = this.#news;
    if (news?.is !== 'taken') throw new Fault('sign_in_over');
    await this.#deps.account.merge(news.ticket);
    await this.#keep(merged(news));
  }

  async #begin(wish: SignInWish): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const server = this.#deps.server();
    const begun = await beginSignIn(this.#deps, server, wish, this.#deps.back());
    if (turn !== this.#turn) return;
    await this.#keep({ is: 'under-way', wish });
    void this.#finish(turn, server, wish, begun);
  }

  async #finish(turn: number, server: ServerClient, wish: SignInWish, begun: Begun): Promise<void> {
    const { address, fault } = await this.#deps.open(begun.url);
    if (turn !== this.#turn) return;
    let news: SignInNews | null = fault && { is: 'failed', wish, fault };
    const outcome = await outcomeOf(async () => {
      if (address) news = await endSignIn(this.#deps, server, wish, { ...begun, address });
    });
    if (turn !== this.#turn) return;
    const failed = outcome.fault && ({ is: 'failed', wish, ...outcome, fault: outcome.fault } as const);
    await this.#keep(failed ?? news);
    if (wish.next !== 'settings') await this.#showPopup();
  }

  async #showPopup(): Promise<void> {
    // The news waits for the next click on the toolbar.
    await this.#deps.openPopup().catch(() => undefined);
  }

  async #keep(news: SignInNews | null): Promise<void> {
    this.#news = news;
    await this.#deps.shelf.set(news);
    this.#deps.onNews();
  }
}
