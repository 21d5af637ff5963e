import { signal, type Signal } from '@preact/signals';
import type { About, Device, MyAccount } from '#shared/schema/account.ts';
import type { SignInNews } from '#shared/schema/sign-in.ts';
import type { Found, Outcome } from '#shared/schema/view.ts';
import type { AccountDesk } from '#shared/ui/account/account-desk.ts';

const WELL: Outcome = { fault: null };

export interface FakeAccount extends AccountDesk {
  news: Signal<SignInNews | null>;
  mastodon: Signal<string>;
  /** Each verb that was called, with what it was given. */
  calls: [verb: string, ...args: unknown[]][];
  /** What a verb answers; everything goes well unless said otherwise here. */
  answers: Partial<Record<keyof AccountDesk, Outcome | Promise<Outcome>>>;
  found: { about: Found<About>; me: Found<MyAccount | null>; devices: Found<Device[]> };
}

export interface FakeAccountState {
  about?: Partial<About>;
  me?: MyAccount | null;
  devices?: Device[];
  news?: SignInNews | null;
  mastodon?: string;
  /** Ids of Mastodon identities whose follows are read; left out, nothing reads any. */
  follows?: string[];
}

/** The account of nobody, or of somebody given, that notes what is asked of it. */
export function fakeAccount(state: FakeAccountState = {}): FakeAccount {
  const calls: FakeAccount['calls'] = [];
  const answers: FakeAccount['answers'] = {};
  const verb =
    (name: keyof AccountDesk) =>
    async (...args: unknown[]): Promise<Outcome> => {
      calls.push([name, ...args]);
      return (await answers[name]) ?? WELL;
    };
  const mastodon = signal(state.mastodon ?? '');
  const about: About = { networks: ['mastodon', 'bluesky'], guests: 'host', ...state.about };
  const found: FakeAccount['found'] = {
    about: { found: about, fault: null },
    me: { found: state.me ?? null, fault: null },
    devices: { found: state.devices ?? [], fault: null },
  };
  const news = signal(state.news ?? null);
  return {
    calls,
    answers,
    found,
    news,
    about: async () => found.about,
    me: async () => found.me,
    devices: async () => found.devices,
    signIn: verb('signIn'),
    async forgetSignIn() {
      news.value = null;
      return verb('forgetSignIn')();
    },
    merge: verb('merge'),
    rename: verb('rename'),
    change: verb('change'),
    unlink: verb('unlink'),
    signOutDevice: verb('signOutDevice'),
    signOut: verb('signOut'),
    deleteAccount: verb('deleteAccount'),
    beGuest: verb('beGuest'),
    mastodon,
    async keepMastodon(host) {
      calls.push(['keepMastodon', host]);
      mastodon.value = host;
    },
    follows: state.follows ? { read: signal(state.follows), stop: verb('follows') } : null,
    isLeft: false,
  };
}
