import { signal } from '@preact/signals';
import type { AccountDesk, FollowsDesk } from '#shared/ui/account/account-desk.ts';
import { send } from './account-messaging.ts';
import { signInNews } from './account-store.ts';
import { send as sendFollows } from './follows-messaging.ts';
import { connectShare } from './share.ts';
import { readFollows } from './store.ts';

/** The person's account, asked of the background; what a sign-in has come to is followed where the background keeps it. */
export async function connectAccount(): Promise<AccountDesk> {
  const news = signal(await signInNews.get());
  signInNews.watch(() => void signInNews.get().then((next) => (news.value = next)));
  return {
    news,
    ...(await connectShare()),
    about: () => send('background:about', {}),
    me: () => send('background:me', {}),
    devices: () => send('background:devices', {}),
    signIn: (wish) => send('background:signIn', wish),
    forgetSignIn: () => send('background:forgetSignIn', {}),
    merge: () => send('background:merge', {}),
    rename: (name) => send('background:rename', { name }),
    change: (id, change) => send('background:identity', { id, change }),
    unlink: (id) => send('background:unlink', { id }),
    signOutDevice: (id) => send('background:signOutDevice', { id }),
    signOut: () => send('background:signOut', {}),
    deleteAccount: () => send('background:deleteAccount', {}),
    beGuest: () => send('background:beGuest', {}),
    follows: await connectFollows(),
    isLeft: false,
  };
}

async function connectFollows(): Promise<FollowsDesk> {
  const read = signal(await readFollows.get());
  readFollows.watch(() => void readFollows.get().then((next) => (read.value = next)));
  return { read, stop: (id) => sendFollows('background:stopFollows', { id }) };
}
