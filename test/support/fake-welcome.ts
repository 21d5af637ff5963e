import { type Signal, signal } from '@preact/signals';
import type { Outcome } from '#shared/schema/view.ts';
import { en } from '#shared/words/en.ts';
import type { WelcomeDesk } from '../../extension/entrypoints/welcome/welcome-desk.ts';
import { fakeSites, type FakeSites } from './fake-sites.ts';
import { fakeSound, type FakeSound, SPEAKERS } from './fake-sound.ts';

export interface FakeWelcome extends WelcomeDesk {
  isPinned: Signal<boolean | null>;
  sound: FakeSound;
  sites: FakeSites;
  /** Each verb that was called, with what it was given. */
  calls: [verb: string, ...args: unknown[]][];
  /** What the check of a server comes to. */
  outcome: Outcome;
  /** Why nothing can be played. */
  mute: Error | null;
  mayOpen: boolean;
}

/** Somebody who has just come, and what they do. */
export function fakeWelcome(more: Partial<WelcomeDesk> = {}): FakeWelcome {
  const calls: FakeWelcome['calls'] = [];
  const sites = fakeSites();
  const fake: FakeWelcome = {
    catalogue: signal({ language: 'en', words: en }),
    isPinned: signal<boolean | null>(false),
    address: signal('http://localhost:8790'),
    calls,
    outcome: { fault: null },
    mute: null,
    mayOpen: true,
    async useServer(url) {
      calls.push(['useServer', url]);
      return fake.outcome;
    },
    sound: fakeSound({ devices: { outputs: [...SPEAKERS] } }),
    async play(speakers) {
      calls.push(['play', speakers]);
      if (fake.mute) throw fake.mute;
    },
    sites: {
      ...sites,
      async allow(site) {
        calls.push(['allow', site.host]);
        return sites.allow(site);
      },
    },
    async openPopup() {
      calls.push(['openPopup']);
      return fake.mayOpen;
    },
    openOptions: async () => void calls.push(['openOptions']),
  };
  return Object.assign(fake, more);
}
