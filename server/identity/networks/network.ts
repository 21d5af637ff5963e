import type { SignInRequest } from '../flow/sign-in-request.ts';
import type { Network } from '#shared/schema/identity.ts';

/** Somebody whom a network has vouched for, checked against what that network's server may claim. */
export interface Proof {
  network: Network;
  /** The network's own id: actor URI, DID, or X's number. */
  subject: string;
  /** As people write it, with its `@`. */
  handle: string;
  /** The server that vouches for it. */
  host: string;
  name: string;
  /** Where the network shows the person's picture; untrusted. */
  pictureUrl: string | null;
  /** All names by which a page may know it. */
  keys: string[];
  /** How the person's device reads whom they follow; Mastodon alone. */
  mastodon: { accountId: string; token: string | null } | null;
  /** The leave to set the network's live status was given, and is kept. */
  status: boolean;
}

/** Where the person consents, and what must be kept (sealed) until they come back. */
export interface Leave {
  url: string;
  kept: unknown;
  /** What the person comes back with as `state`, where the network's own client chooses it in place of the flow's. */
  state?: string;
}

/** One network's way of signing in. Both verbs throw `Refusal`; neither waits for longer than `outsideMs`. */
export interface Door {
  /** `state` is the flow's own: it comes back with the person unless the leave names another. `callback` is where they come back to. */
  begin(request: SignInRequest, state: string, callback: string): Promise<Leave>;
  /** `answer` is the query with which the person came back, `callback` the address at which they did. */
  finish(kept: unknown, answer: URLSearchParams, callback: string): Promise<Proof>;
  /** Gives back what a proof brought, where nobody takes it. */
  release?(proof: Proof): Promise<void>;
}

/** The networks that people can sign in with here. */
export type Doors = Partial<Record<Network, Door>>;
