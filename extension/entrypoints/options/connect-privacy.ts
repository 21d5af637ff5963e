import { type ReadonlySignal } from '@preact/signals';
import type { Visit } from '#shared/schema/history.ts';
import { history, keepsHistory, shownToOthers } from '../../platform/choices-store.ts';
import { keptVoices } from '../../platform/sound-store.ts';
import { ahead, mastodon } from '../../platform/store.ts';
import { FOLLOWS } from './connect-follows.ts';
import { follow } from './follow-item.ts';

/** What the part about privacy shows and can do. */
export interface PrivacyOptions {
  /** Named to others when joining to listen. */
  isShown: ReadonlySignal<boolean>;
  showMe(on: boolean): Promise<void>;
  /** Joins begin while the person is about to click. */
  isAhead: ReadonlySignal<boolean>;
  getAhead(on: boolean): Promise<void>;
  keeps: ReadonlySignal<boolean>;
  /** Keeps none when off, not even those that are there. */
  keep(on: boolean): Promise<void>;
  visits: ReadonlySignal<readonly Visit[]>;
  clear(): Promise<void>;
  /** Forgets all that was kept beside settings, accounts and the Spaces the person was in. */
  forgetRest(): Promise<void>;
}

export async function connectPrivacy(): Promise<PrivacyOptions> {
  const [isShown, isAhead, keeps, visits] = await Promise.all([
    follow(shownToOthers),
    follow(ahead),
    follow(keepsHistory),
    follow(history),
  ]);
  return {
    isShown,
    isAhead,
    keeps,
    visits,
    showMe: (on) => shownToOthers.set(on),
    getAhead: (on) => ahead.set(on),
    async keep(on) {
      await keepsHistory.set(on);
      if (!on) await history.set([]);
    },
    clear: () => history.set([]),
    async forgetRest() {
      await mastodon.set('');
      await keptVoices.set([]);
      for (const { id } of await FOLLOWS.sources()) await FOLLOWS.remove(id);
    },
  };
}
