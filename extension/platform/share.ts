import { signal } from '@preact/signals';
import type { ShareDesk } from '#shared/ui/perch.ts';
import { mastodon as kept } from './store.ts';

/** Where the person tells others of a Space, as they last had it. */
export async function connectShare(): Promise<ShareDesk> {
  const mastodon = signal(await kept.get());
  return {
    mastodon,
    async keepMastodon(host) {
      mastodon.value = host;
      await kept.set(host);
    },
  };
}
