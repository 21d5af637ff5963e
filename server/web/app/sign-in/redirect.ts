import * as v from 'valibot';
import { outcomeOf } from '#shared/client/fault.ts';
import type { ServerClient } from '#shared/client/server-client.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import { beginSignIn, endSignIn } from '#shared/client/sign-in-flow.ts';
import { VerifierSchema } from '#shared/schema/account.ts';
import { SignInWishSchema, type SignInNews, type SignInWish } from '#shared/schema/sign-in.ts';
import type { Shelf } from '../keep/shelf.ts';

/** What waits here while the browser is away at the network. */
const LeftSchema = v.object({
  verifier: VerifierSchema,
  wish: SignInWishSchema,
  /** The person was in the Space, and would be in it again. */
  wasIn: v.optional(v.boolean(), false),
});
const LEFT = 'signIn';
/** For what came back to a page that began nothing. */
const NO_WISH: SignInWish = { network: 'mastodon', purpose: 'sign-in', next: 'list' };

export interface RedirectDeps {
  server: ServerClient;
  sessions: SessionKeeper;
  /** Of this tab alone: only the one that began a sign-in can end it. */
  shelf: Shelf;
  location: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash' | 'assign'>;
  history: Pick<History, 'state' | 'replaceState'>;
}

/** What the browser came back with. */
export interface WayBack {
  news: SignInNews;
  wasIn: boolean;
}

/** Signs in on a page of the server's own: the browser goes to the network and comes back to the same address. */
export class RedirectSignIn {
  readonly #deps: RedirectDeps;

  constructor(deps: RedirectDeps) {
    this.#deps = deps;
  }

  /** Leads the browser away from this page. Throws the fault of a server that does not begin. */
  async begin(wish: SignInWish, wasIn = false): Promise<void> {
    const { server, shelf, location } = this.#deps;
    const { url, verifier } = await beginSignIn(
      this.#deps,
      server,
      wish,
      location.origin + location.pathname,
    );
    shelf.write(LEFT, { verifier, wish, wasIn });
    location.assign(url);
  }

  /** Ends what `begin` began, where the address says that the browser comes from there; null elsewhere. */
  async end(): Promise<WayBack | null> {
    const { server, sessions, shelf, location, history } = this.#deps;
    const { pathname, search, hash } = location;
    if (!/^#(?:.*&)?(?:code|fault)=/.test(hash)) return null;
    // At once, so that the code is in no history and in no address that somebody copies.
    history.replaceState(history.state, '', pathname + search);
    const left = shelf.read(LEFT, LeftSchema);
    shelf.remove(LEFT);
    const { verifier = '', wish = NO_WISH, wasIn = false } = left ?? {};
    if (!left) return { news: { is: 'failed', wish, fault: 'sign_in_over' }, wasIn };
    let news: SignInNews | null = null;
    const { fault, retryAfter } = await outcomeOf(async () => {
      news = await endSignIn({ sessions }, server, wish, { verifier, address: hash });
    });
    return { news: fault ? { is: 'failed', wish, fault, retryAfter } : news!, wasIn };
  }
}
