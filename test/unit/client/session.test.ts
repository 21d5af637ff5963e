import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import type { KeptSession, SessionStore } from '#shared/client/session.ts';
import type { Session } from '#shared/schema/api.ts';
import { problem } from '../../support/fake-flow.ts';
import { fakeHome, fakeSessions, sessionOf } from '../../support/fake-sign-in.ts';

function createStore(): SessionStore & { sessions: Map<string, Session> } {
  const sessions = new Map<string, Session>();
  return {
    sessions,
    read: async (server) => sessions.get(server) ?? null,
    write: async (server, session) => void sessions.set(server, session),
    remove: async (server) => void sessions.delete(server),
  };
}

/** A server that makes guests `t1`, `t2`, ... */
function createServer(url = 'https://perch.test'): ServerClient & { guests(): number } {
  let guests = 0;
  const client = new ServerClient(url, async () => {
    guests += 1;
    const account = { id: `a${guests}`, name: `Guest ${guests}`, guest: true };
    return Response.json({ token: `t${guests}`, account });
  });
  return Object.assign(client, { guests: () => guests });
}

const refusing = (refused: string) => async (token: string) => {
  if (token === refused) throw new Fault('unauthenticated');
  return token;
};

describe('SessionKeeper', () => {
  it('makes one guest for two acts at once and keeps it', async () => {
    const server = createServer();
    const store = createStore();
    const sessions = new SessionKeeper(store);
    const act = async (token: string) => token;
    expect(await Promise.all([sessions.use(server, act), sessions.use(server, act)])).toEqual(['t1', 't1']);
    expect(await new SessionKeeper(store).use(server, act)).toBe('t1');
    expect(server.guests()).toBe(1);
  });

  it('replaces a token that the server no longer knows, once', async () => {
    const server = createServer();
    const sessions = new SessionKeeper(createStore());
    expect(await sessions.use(server, refusing('t1'))).toBe('t2');
    const never = async () => {
      throw new Fault('unauthenticated');
    };
    await expect(sessions.use(server, never)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(server.guests()).toBe(3);
  });

  it('keeps a session apart for each server', async () => {
    const sessions = new SessionKeeper(createStore());
    const [here, there] = [createServer('https://here.test'), createServer('https://there.test')];
    await sessions.use(here, async () => undefined);
    expect(await sessions.current(there)).toBeNull();
  });

  it('forgets who the person was at a server that is gone', async () => {
    const server = createServer();
    const store = createStore();
    const sessions = new SessionKeeper(store);
    await sessions.use(server, async () => undefined);
    await sessions.forget(server.url);
    expect(await sessions.current(server)).toBeNull();
    expect(store.sessions.size).toBe(0);
  });

  it('remembers the name that the person took', async () => {
    const server = createServer();
    const sessions = new SessionKeeper(createStore());
    await sessions.use(server, async () => undefined);
    await sessions.rename(server, 'Ana');
    expect((await sessions.current(server))?.account.name).toBe('Ana');
  });
});

const DAY = 24 * 3_600_000;
const T0 = Date.UTC(2026, 10, 24);
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Ana, signed in, with a clock that stands still unless it is set. */
function signedIn(answers: Parameters<typeof fakeHome>[0] = {}, kept: Partial<KeptSession> = {}) {
  const clock = { now: T0 };
  const home = fakeHome(answers);
  const { sessions, shelf } = fakeSessions({ ...sessionOf('mine'), at: T0, ...kept }, () => clock.now);
  return { ...home, sessions, shelf, clock };
}
const token = async (given: string) => given;
const unauthenticated = async (): Promise<string> => {
  throw new Fault('unauthenticated');
};

describe('a session of somebody who signed in', () => {
  it('is never replaced by a guest: the person is told, until they say how to go on', async () => {
    const { sessions, server, asked } = signedIn();
    await expect(sessions.use(server, unauthenticated)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(sessions.use(server, token)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(asked).toEqual([]);
    expect(await sessions.current(server)).toBeNull();
    expect(await sessions.isOver(server)).toBe(true);
  });

  it('is over also for a worker that wakes later', async () => {
    const { sessions, server, shelf } = signedIn();
    await expect(sessions.use(server, unauthenticated)).rejects.toThrow();
    const later = fakeSessions(shelf.get(server.url));
    expect(await later.sessions.isOver(server)).toBe(true);
    await expect(later.sessions.use(server, token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('makes way for a guest once the person goes on as one, and for whom they sign in as', async () => {
    const guest = () => Response.json({ token: 'g', account: { id: 'g1', name: 'Guest', guest: true } });
    const { sessions, server } = signedIn({ 'POST /v1/auth/guest': guest });
    await expect(sessions.use(server, unauthenticated)).rejects.toThrow();
    await sessions.forget(server.url);
    expect(await sessions.use(server, token)).toBe('g');
    await sessions.take(server, sessionOf('again'), null);
    expect(await sessions.use(server, token)).toBe('again');
    expect(await sessions.isOver(server)).toBe(false);
  });

  it('makes no guest of whoever signed out while something was asked', async () => {
    const { sessions, server, shelf } = signedIn();
    const asked = sessions.use(server, async () => {
      await sessions.forget(server.url);
      return unauthenticated();
    });
    await expect(asked).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(shelf.size).toBe(0);
  });

  it('goes on when only the token of an older call is refused', async () => {
    const { sessions, server } = signedIn();
    const late = Promise.withResolvers<string>();
    const first = sessions.use(server, (given) => (given === 'mine' ? late.promise : token(given)));
    await settled();
    await sessions.take(server, sessionOf('renewed'), null);
    late.reject(new Fault('unauthenticated'));
    expect(await first).toBe('renewed');
    expect(await sessions.isOver(server)).toBe(false);
  });
});

describe('the renewal of a session', () => {
  const renew = { 'POST /v1/auth/renew': () => Response.json(sessionOf('new')) };

  it('waits for a day, and then does not keep anybody waiting', async () => {
    const { sessions, server, asked, clock } = signedIn(renew);
    clock.now = T0 + DAY - 1;
    expect(await sessions.use(server, token)).toBe('mine');
    await settled();
    expect(asked).toEqual([]);
    clock.now = T0 + DAY;
    expect(await sessions.use(server, token)).toBe('mine');
    await settled();
    expect(asked.map(({ path, token: used }) => [path, used])).toEqual([['/v1/auth/renew', 'mine']]);
    expect(await sessions.use(server, token)).toBe('new');
  });

  it('happens once, however much is done at once', async () => {
    const { sessions, server, asked, clock } = signedIn(renew);
    clock.now = T0 + 2 * DAY;
    await Promise.all([1, 2, 3].map(() => sessions.use(server, token)));
    await settled();
    expect(asked).toHaveLength(1);
  });

  it('that fails changes nothing, and is tried again an hour later', async () => {
    const { sessions, server, asked, answers, clock } = signedIn({
      'POST /v1/auth/renew': () => problem(503, 'shutting_down'),
    });
    clock.now = T0 + 2 * DAY;
    for (let i = 0; i < 3; i++) expect(await sessions.use(server, token)).toBe('mine');
    await settled();
    expect(asked).toHaveLength(1);
    Object.assign(answers, renew);
    clock.now += 3_600_000;
    await sessions.use(server, token);
    await settled();
    expect(await sessions.use(server, token)).toBe('new');
  });

  it('brings nobody back who signed out meanwhile', async () => {
    const late = Promise.withResolvers<Response>();
    const { sessions, server, clock } = signedIn({ 'POST /v1/auth/renew': () => late.promise });
    clock.now = T0 + 2 * DAY;
    await sessions.use(server, token);
    await settled();
    await sessions.forget(server.url);
    late.resolve(Response.json(sessionOf('new')));
    await settled();
    expect(await sessions.current(server)).toBeNull();
  });

  it('of a session from before there was any begins to count now', async () => {
    const { sessions, server, asked, clock } = signedIn(renew, { at: undefined });
    await sessions.use(server, token);
    await settled();
    expect(asked).toEqual([]);
    clock.now = T0 + DAY;
    await sessions.use(server, token);
    await settled();
    expect(asked).toHaveLength(1);
  });
});
