import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { FollowSource } from '#shared/schema/follows.ts';
import type { AccountDesk, FollowsDesk } from '#shared/ui/account/account-desk.ts';
import { send } from './account-messaging.ts';
import { signInNews } from './account-store.ts';
import { send as sendPage } from './page-messaging.ts';
import { connectShare } from './share.ts';

/** Whose follows Perch reads, asked again whenever a sign-in has come to something. */
async function connectFollows(news: ReadonlySignal<unknown>): Promise<FollowsDesk> {
  const sources = signal<FollowSource[]>([]);
  const load = async () => void (sources.value = await sendPage('background:follows', {}));
  await load();
  news.subscribe(() => void load());
  const isRead = ({ isOff, hasLeave, state }: FollowSource) => !isOff && (hasLeave || state === 'read');
  return {
    read: computed(() => sources.value.filter(isRead).flatMap(({ identity }) => identity ?? [])),
    async stop(id) {
      const source = sources.value.find(({ identity }) => identity === id);
      const outcome = source && (await sendPage('background:removeFollows', { id: source.id }));
      await load();
      return outcome ?? { fault: null };
    },
  };
}

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
    follows: await connectFollows(news),
    isLeft: false,
  };
}
