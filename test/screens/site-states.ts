import type { Visit } from '#shared/schema/history.ts';
import { ulidOf } from '../support/people.ts';
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
  awaited: [{ host: 'another.example', software: 'mastodon' }],
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

const HOUR_MS = 3_600_000;
const visit = (number: number, title: string, host: string): Visit => ({
  spaceId: ulidOf(number),
  server: 'https://spaces.example.org',
  title,
  host,
  at: Date.UTC(2026, 10, 27, 18) - number * 5 * HOUR_MS,
});

/** Spaces that somebody was in. */
export const VISITS = [
  visit(1, 'Small webs, long walks', 'Ana Ferreira'),
  visit(2, 'Night trains of Europe: who still runs them, and how to book one without tears', 'Ines'),
  visit(3, 'שיחה על רשתות קטנות', 'נועה (2) שלום!'),
  visit(4, 'Thé et timelines', ''),
  visit(5, 'Sunday repairs, open bench', 'Tomás'),
  visit(6, 'Rust audio, week 12', 'Jo'),
];
