import type { Card } from '#shared/schema/space.ts';
import type { SignInNews } from '#shared/schema/sign-in.ts';
import type { View } from '#shared/schema/view.ts';
import type { FakeState } from '../support/fake-perch.ts';
import { ana, anaAtBluesky, anaAtWalks, anaAtX } from '../support/fake-sign-in.ts';
import type { stageStates } from './stage-states.ts';

const WISH = { network: 'mastodon', who: '@ana@walks.social', purpose: 'sign-in', next: 'list' } as const;
const done: Extract<SignInNews, { is: 'done' }> = {
  is: 'done',
  wish: WISH,
  how: 'signed-in',
  handle: '@ana@walks.social',
  rejoined: false,
  fault: null,
};
const moved: SignInNews = { ...done, rejoined: true };
const known: Partial<View> = { name: ana.name, signedIn: true, account: { id: ana.id, picture: null } };
const day = 24 * 3_600_000;
const devices = [
  {
    id: 'd1',
    device: 'Chrome on Linux',
    at: Date.UTC(2026, 9, 2),
    lastUsedAt: Date.UTC(2026, 10, 24),
    current: true,
  },
  {
    id: 'd2',
    device: 'Firefox on Windows',
    at: 0,
    lastUsedAt: Date.UTC(2026, 10, 24) - 3 * day,
    current: false,
  },
  { id: 'd3', device: '', at: 0, lastUsedAt: Date.UTC(2026, 10, 24) - 40 * day, current: false },
];
const LONG = `@${'a-very-long-name-'.repeat(3)}@${'a-long-part.'.repeat(4)}social.example`;

/** Signing in and the account, in the popup and in the settings. */
export function accountStates(spaces: readonly Card[], inside: ReturnType<typeof stageStates>) {
  const list = { spaces: [...spaces] };
  const signedIn = { ...list, view: known, own: { me: ana, devices, follows: [] } };
  const many = { ...ana, identities: [anaAtWalks, anaAtBluesky, anaAtX] };
  const news = (one: SignInNews, more: FakeState = {}): FakeState => ({
    ...list,
    ...more,
    view: { ...more.view, signIn: true },
    own: { ...more.own, news: one },
  });
  const failed = (fault: Extract<SignInNews, { is: 'failed' }>['fault']) =>
    news({ is: 'failed', wish: WISH, fault });
  return {
    signIn: { ...list, own: { mastodon: '' } },
    signInX: {
      ...list,
      own: { mastodon: 'walks.social', about: { networks: ['x', 'bluesky', 'mastodon'] } },
    },
    signInNoGuests: { ...list, own: { about: { guests: 'off' } } },
    signInWaiting: news({ is: 'under-way', wish: WISH }),
    signInCancelled: failed('sign_in_cancelled'),
    signInUnreachable: failed('network_unreachable'),
    signInNeeded: news({ is: 'needed', fault: 'sign_in_required' }),
    signInTaken: news(
      {
        is: 'taken',
        wish: WISH,
        ticket: 't'.repeat(43),
        other: { name: 'Ana F.', handles: ['@ana@walks.social', '@ana_f'] },
      },
      { view: known, own: { me: { ...ana, identities: [anaAtBluesky] } } },
    ),
    signedOut: { ...list, view: { signedOut: true } },
    signInNowhere: { ...list, own: { about: { networks: [] } } },
    mayNotHost: { ...list, view: { mayHost: false } },
    signedIn,
    signedInDone: { ...news(done, signedIn), view: { ...known, signIn: true } },
    signedInMoved: {
      ...news(moved, { ...inside.stageListener, ...signedIn }),
      view: { ...known, signIn: true },
    },
    accountMany: { ...signedIn, own: { ...signedIn.own, me: many, follows: [anaAtWalks.id] } },
    accountHostile: {
      ...signedIn,
      own: {
        me: {
          ...ana,
          name: 'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
          identities: [
            { ...anaAtWalks, handle: LONG },
            { ...anaAtBluesky, handle: '@אנה.bsky.social' },
          ],
        },
        devices,
      },
    },
    accountFrench: { ...signedIn, own: { ...signedIn.own, me: many }, language: 'fr' },
    statusOffer: { ...signedIn, view: { ...known, statusFor: 'ana.bsky.social' } },
    shareSignedIn: { ...inside.stageListener, ...signedIn },
    optionsNobody: { own: { mastodon: 'walks.social' } },
    optionsSignedOut: { own: { mastodon: '', me: null } },
    signInFrench: { ...list, language: 'fr' },
  } as const satisfies Record<string, FakeState>;
}
