import type { ReadonlySignal } from '@preact/signals';
import type { About, Device, IdentityRequest, MyAccount } from '#shared/schema/account.ts';
import type { SignInNews, SignInWish } from '#shared/schema/sign-in.ts';
import type { Found, Outcome } from '#shared/schema/view.ts';

/** Who the person is at home, with all they can do about it; for shells in which people sign in. */
export interface AccountDesk {
  /** What a sign-in has come to; null when there is nothing to say of one. */
  news: ReadonlySignal<SignInNews | null>;
  about(): Promise<Found<About>>;
  /** Null for whoever has no session here. */
  me(): Promise<Found<MyAccount | null>>;
  devices(): Promise<Found<Device[]>>;
  /** Answers once the person can go on at their network, by then perhaps to a page that is gone. */
  signIn(wish: SignInWish): Promise<Outcome>;
  /** The news was seen, or a sign-in is not waited for any more. */
  forgetSignIn(): Promise<Outcome>;
  /** Joins the account that the sign-in led to with this one. */
  merge(): Promise<Outcome>;
  rename(name: string): Promise<Outcome>;
  change(id: string, change: IdentityRequest): Promise<Outcome>;
  unlink(id: string): Promise<Outcome>;
  signOutDevice(id: string): Promise<Outcome>;
  signOut(): Promise<Outcome>;
  deleteAccount(): Promise<Outcome>;
  /** For whoever was signed out here. */
  beGuest(): Promise<Outcome>;
  /** The host name of the person's own Mastodon server; empty until they said. */
  mastodon: ReadonlySignal<string>;
  keepMastodon(host: string): Promise<void>;
  /** Null where nothing reads whom somebody follows. */
  follows: FollowsDesk | null;
  /** The browser leaves this page for the network, where other shells open a window. */
  isLeft: boolean;
}

/** Whether Perch reads whom the person follows on Mastodon. */
export interface FollowsDesk {
  /** Ids of the identities for which it does. */
  read: ReadonlySignal<readonly string[]>;
  /** Reads no more, and forgets what was read. */
  stop(id: string): Promise<Outcome>;
}
