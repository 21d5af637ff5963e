import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import type { SessionStore } from '#shared/client/session.ts';
import type { Session } from '#shared/schema/api.ts';

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
