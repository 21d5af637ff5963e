import { SessionKeeper } from '#shared/client/session.ts';
import { SpaceReader } from '#shared/client/space-reader.ts';
import type { FollowedRequest, Session } from '#shared/schema/api.ts';
import type { Card, Space } from '#shared/schema/space.ts';
import { PeopleFirst } from '../../extension/background/people-first.ts';
import { Servers } from '../../extension/background/servers.ts';
import type { LastPeople } from '../../extension/platform/store.ts';
import { problem } from './fake-flow.ts';
import { memoryStore } from './fake-follow-networks.ts';
import { type Asked, fakeNetworks } from './fake-networks.ts';

export const HOME = 'https://home.test';
export const AWAY = 'https://away.test';

interface Setting {
  /** The networks, by host. */
  networks?: Parameters<typeof fakeNetworks>[0];
  /** Spaces by their server's origin. */
  spaces?: Record<string, Space[]>;
  languages?: string[];
  /** What the device had. */
  kept?: Parameters<typeof memoryStore>[0];
  last?: LastPeople;
}

const SESSION: Session = { token: 'sps_mine', account: { id: 'a', name: 'Me', guest: true } };

/** A list with people first, over servers and networks that a test answers for. */
export async function createPeople({
  networks = {},
  spaces = {},
  languages = ['en'],
  kept,
  last,
}: Setting = {}) {
  const perch = (origin: string) => (asked: Asked) => answerAs(spaces[origin] ?? [], asked);
  const all = fakeNetworks({ 'home.test': perch(HOME), 'away.test': perch(AWAY), ...networks });
  const servers = new Servers({
    home: HOME,
    homeShelf: { get: async () => HOME },
    othersShelf: { get: async () => [AWAY] },
    placesShelf: { get: async () => [], set: async () => undefined },
    fetch: all.fetch,
  });
  await servers.recall();
  const time = { now: 1_000_000_000 };
  const cards = new Map<string, Card>();
  const shelf = { last: last ?? { reasons: {}, elsewhere: [] } };
  const waits: number[] = [];
  let changes = 0;
  const people = new PeopleFirst({
    servers,
    sessions: new SessionKeeper({ read: async () => SESSION, write: async () => {}, remove: async () => {} }),
    reader: new SpaceReader({
      cardOf: ({ url }, id) => (url === HOME ? cards.get(id) : undefined),
      now: () => time.now,
    }),
    store: memoryStore(kept).store,
    shelf: { get: async () => shelf.last, set: async (next) => void (shelf.last = next) },
    readShelf: { set: async () => undefined },
    fetch: all.fetch,
    languages: () => languages,
    now: () => time.now,
    wait: async (ms) => void waits.push(ms),
    onChange: () => (changes += 1),
  });
  await people.recall();
  const take = (...list: Card[]) => {
    cards.clear();
    for (const card of list) cards.set(card.id, card);
    people.take(list);
  };
  const listed = () => people.listed([...cards.values()]);
  const toPerch = () => all.asked.filter(({ url }) => url.origin === HOME || url.origin === AWAY);
  return { ...all, people, servers, time, shelf, waits, take, listed, toPerch, changes: () => changes };
}

function answerAs(spaces: readonly Space[], { url, init }: Asked): Response {
  if (init.method === 'PUT' || init.method === 'POST') return new Response(null, { status: 204 });
  const space = spaces.find(({ id }) => url.pathname === `/v1/spaces/${id}`);
  return space ? Response.json(space) : problem(404, 'not_found');
}

/** What a server was told of whom the host follows. */
export function followedIn(asked: readonly Asked[]): { path: string; body: FollowedRequest }[] {
  return asked
    .filter(({ init }) => init.method === 'PUT')
    .map(({ url, init }) => ({ path: url.pathname, body: JSON.parse(String(init.body)) as FollowedRequest }));
}
