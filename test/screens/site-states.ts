import { followSource } from '../support/fake-follows.ts';
import type { fakeSites } from '../support/fake-sites.ts';

/** Everything that the options about sites can show at once. */
export const MANY_SITES: Parameters<typeof fakeSites>[0] = {
  bar: {
    always: true,
    hiddenUntil: Date.now() + 3_600_000,
    hiddenOn: ['x.com', 'social.example'],
    offOn: ['bsky.app'],
  },
  chosen: [
    { host: 'social.example', software: 'mastodon' },
    { host: 'a-very-long-name.of-a-server.that-somebody-chose.social.example', software: 'elk' },
  ],
  health: {
    site: 'mastodon',
    counts: { COLUMN: 1, DECK_COLUMN: 0, POST: 14, AUTHOR: 14, AVATAR: 14, CARD: 0 },
  },
};

const mastodon = { network: 'mastodon', count: 0, readAt: null } as const;

/** Accounts whose follows are read, in every state. */
export const FOLLOWED = [
  followSource('@ana.bsky.social', { identity: 'i1', count: 1_312 }),
  followSource('@ana@wren.example', { ...mastodon, identity: 'i2', state: 'needs-leave' }),
  followSource('@a.very-long-name@of-a-server.that-somebody-chose.social.example', {
    ...mastodon,
    state: 'failed',
    fault: 'network_unreachable',
  }),
  followSource('@tomas@social.example', { ...mastodon, state: 'needs-leave' }),
  followSource('@kerstin.example.com', { identity: 'i3', isOff: true }),
];
