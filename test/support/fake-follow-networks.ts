import type { Identity } from '#shared/schema/account.ts';
import { APP_VIEW } from '../../extension/background/follows/bluesky.ts';
import { Follows, type GivenBack } from '../../extension/background/follows/follows.ts';
import type { FollowRow, FollowsStore } from '../../extension/platform/follows-store.ts';
import { appView, did, fakeNetworks, mastodonServer } from './fake-networks.ts';

/** Bluesky's AppView by its host. */
export const SKY = new URL(APP_VIEW).host;

export const follow = (...names: string[]) => names.map((name) => ({ did: did(name) }));

/** Whom `me.bsky.social` follows. */
export const sky = (follows: ReturnType<typeof follow>, perPage?: number) => ({
  [SKY]: appView({ [did('me')]: follows }, perPage),
});

/** The server of `@me@social.test`, who follows two people. */
export const social = (more: Partial<Parameters<typeof mastodonServer>[0]> = {}) => ({
  'social.test': mastodonServer({
    domain: 'social.test',
    follows: { 7: ['ben', 'cem@far.test'] },
    ids: { 'me@social.test': '7' },
    ...more,
  }),
});

/** A store in memory that counts what is written. */
export function memoryStore(kept = new Map<string, FollowRow>()) {
  const store: FollowsStore & { writes: number } = {
    writes: 0,
    all: async () => [...kept.values()],
    put: async (row) => {
      store.writes += 1;
      kept.set(row.id, structuredClone(row));
    },
    remove: async (id) => void kept.delete(id),
  };
  return { store, kept };
}

/** Follows over networks that a test answers for, with a clock to turn; `before` is what the device had. */
export async function createFollows(
  answers: Parameters<typeof fakeNetworks>[0] = {},
  before?: Map<string, FollowRow>,
) {
  const networks = fakeNetworks(answers);
  const { store, kept } = memoryStore(before);
  const time = { now: 1_000_000_000 };
  const revoked: GivenBack[] = [];
  const follows = new Follows({
    fetch: networks.fetch,
    domainOf: async () => 'social.test',
    now: () => time.now,
    onChange: () => undefined,
    revoke: (token) => revoked.push(token),
    store,
  });
  await follows.recall();
  const names = () => [...follows.keys.all].map((key) => key.replace(/^.*[:@]/, ''));
  return { follows, ...networks, time, kept, revoked, names, writes: () => store.writes };
}

/** An identity of the person. */
export function identityOf(network: Identity['network'], more: Partial<Identity> = {}): Identity {
  const isSky = network === 'bluesky';
  return {
    id: `my ${network}`,
    network,
    handle: isSky ? '@me.bsky.social' : '@me@social.test',
    subject: isSky ? did('me') : 'https://social.test/users/me',
    host: isSky ? 'pds.test' : 'social.test',
    name: 'Me',
    picture: null,
    shown: true,
    status: false,
    at: 1,
    ...more,
  };
}
