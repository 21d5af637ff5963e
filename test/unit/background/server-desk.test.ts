import { describe, expect, it } from 'vitest';
import { SessionKeeper } from '#shared/client/session.ts';
import { SpaceReader } from '#shared/client/space-reader.ts';
import { ServerDesk } from '../../../extension/background/server-desk.ts';
import { Servers } from '../../../extension/background/servers.ts';
import { joinOf, problem, SPACE_A } from '../../support/fake-flow.ts';

const HOME = 'https://home.test';
const AWAY = 'https://away.test';
const NEW = 'https://new.test';

const nobody = () => {
  throw new TypeError('Failed to fetch');
};
const isPerch = () => Response.json({ perch: '1', now: 1 });

/** A desk between fake servers; by default each is a Perch server with every Space. */
async function create(answers: Record<string, () => Response> = {}) {
  const shelves = { home: HOME, others: [AWAY] };
  const asked: string[] = [];
  const done: string[] = [];
  const forgotten: string[] = [];
  const flow = { isUnderWay: false, leave: async () => (done.push('leave'), { fault: null }) };
  const servers = new Servers({
    home: HOME,
    homeShelf: { get: async () => shelves.home },
    othersShelf: { get: async () => shelves.others },
    placesShelf: { get: async () => [], set: async () => undefined },
    fetch: async (input) => {
      const { origin, pathname } = new URL(input as string);
      asked.push(`${origin}${pathname}`);
      const answer = answers[`${origin}${pathname}`] ?? answers[origin];
      if (answer) return answer();
      return pathname === '/healthz' ? isPerch() : Response.json(joinOf(pathname.split('/')[3]!).space);
    },
  });
  await servers.recall();
  const desk = new ServerDesk({
    servers,
    sessions: new SessionKeeper({
      read: async () => null,
      write: async () => undefined,
      remove: async (url) => void forgotten.push(url),
    }),
    reader: new SpaceReader({ cardOf: () => undefined, now: () => 0 }),
    flow,
    homeShelf: { set: async (url) => void (shelves.home = url) },
    othersShelf: { set: async (urls) => void (shelves.others = urls) },
    onHome: () => void done.push('home'),
    onOthers: () => void done.push('others'),
  });
  const enter = (url: string) => {
    flow.isUnderWay = true;
    servers.settle(SPACE_A, servers.at(url));
  };
  return { desk, servers, shelves, asked, done, forgotten, enter };
}

describe('another home server', () => {
  it('is kept once it has shown that it is one', async () => {
    const { desk, servers, shelves, done } = await create();
    await desk.useHome(' new.test ');
    expect([servers.home.url, shelves.home, done]).toEqual([NEW, NEW, ['home']]);
  });

  it('changes nothing when something else answers there', async () => {
    const { desk, servers, shelves, done } = await create({ [NEW]: () => new Response('<html>') });
    await expect(desk.useHome(NEW)).rejects.toMatchObject({ code: 'not_perch' });
    await expect(desk.useHome('ftp://new.test')).rejects.toMatchObject({ code: 'bad_address' });
    expect([servers.home.url, shelves.home, done]).toEqual([HOME, HOME, []]);
  });

  it('leaves a Space of the old one', async () => {
    const { desk, done, enter } = await create();
    enter(HOME);
    await desk.useHome(NEW);
    expect(done).toEqual(['leave', 'home']);
  });

  it('lets a Space of any other server go on', async () => {
    const { desk, servers, done, enter } = await create();
    enter(AWAY);
    await desk.useHome(NEW);
    expect(done).toEqual(['home']);
    expect(servers.of(SPACE_A).url).toBe(AWAY);
    await desk.moveHome(AWAY);
    expect(done).toEqual(['home', 'home']);
    expect(servers.of(SPACE_A)).toBe(servers.home);
  });
});

describe('the other servers', () => {
  it('gain one that has shown that it is a Perch server', async () => {
    const { desk, servers, shelves, asked } = await create();
    await desk.add(NEW);
    await desk.add(NEW);
    expect(shelves.others).toEqual([AWAY, NEW]);
    expect(servers.clientFor(NEW).url).toBe(NEW);
    expect(asked).toEqual([`${NEW}/healthz`]);
  });

  it.each([
    ['something else', () => new Response('<html>'), 'not_perch'],
    ['nobody', nobody, 'unreachable'],
  ])('do not gain %s', async (_, answer, code) => {
    const { desk, servers, shelves } = await create({ [NEW]: answer });
    await expect(desk.add(NEW)).rejects.toMatchObject({ code });
    await expect(desk.add('http://new.test')).rejects.toMatchObject({ code: 'bad_address' });
    expect(shelves.others).toEqual([AWAY]);
    expect(servers.isKnown(NEW)).toBe(false);
  });

  it('lose one with the Space that the person is in there, and with who they were', async () => {
    const { desk, shelves, done, forgotten, enter } = await create();
    enter(AWAY);
    await desk.remove(AWAY);
    expect([shelves.others, done, forgotten]).toEqual([[], ['leave', 'others'], [AWAY]]);
  });

  it('lose one without a word while the person is somewhere else', async () => {
    const { desk, done, enter } = await create();
    enter(HOME);
    await desk.remove(AWAY);
    expect(done).toEqual(['others']);
  });

  it('never take the session of home with them', async () => {
    const { desk, forgotten } = await create();
    await desk.moveHome(AWAY);
    await desk.remove(AWAY);
    expect(forgotten).toEqual([]);
  });
});

describe('reading a Space', () => {
  it('asks a server that the person knows, and no other', async () => {
    const { desk, asked } = await create();
    await desk.read(undefined, SPACE_A);
    await desk.read(AWAY, SPACE_A);
    await expect(desk.read(NEW, SPACE_A)).rejects.toMatchObject({ code: 'bad_address' });
    expect(asked).toEqual([`${HOME}/v1/spaces/${SPACE_A}`, `${AWAY}/v1/spaces/${SPACE_A}`]);
  });

  it('looks at an unknown server only once it has shown that it is a Perch server', async () => {
    const { desk, servers, asked } = await create();
    expect(await desk.look(NEW, SPACE_A)).toMatchObject({ id: SPACE_A });
    expect(asked).toEqual([`${NEW}/healthz`, `${NEW}/v1/spaces/${SPACE_A}`]);
    expect(servers.isKnown(NEW)).toBe(false);
  });

  it('asks nothing more of what is no Perch server, or has no such Space', async () => {
    const stranger = await create({ [NEW]: () => new Response('<html>') });
    await expect(stranger.desk.look(NEW, SPACE_A)).rejects.toMatchObject({ code: 'not_perch' });
    expect(stranger.asked).toEqual([`${NEW}/healthz`]);
    const empty = await create({ [`${NEW}/v1/spaces/${SPACE_A}`]: () => problem(404, 'not_found') });
    await expect(empty.desk.look(NEW, SPACE_A)).rejects.toMatchObject({ code: 'not_found' });
  });
});
