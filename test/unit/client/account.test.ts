import { describe, expect, it } from 'vitest';
import { Account } from '#shared/client/account.ts';
import type { Identity } from '#shared/schema/account.ts';
import { problem } from '../../support/fake-flow.ts';
import {
  ana,
  anaAtBluesky,
  anaAtWalks,
  fakeHome,
  fakeSessions,
  sessionOf,
} from '../../support/fake-sign-in.ts';

function openAccount(answers: Parameters<typeof fakeHome>[0] = {}, kept: typeof ana | null = ana) {
  const home = fakeHome({ 'GET /v1/me': () => Response.json(ana), ...answers });
  const { sessions } = fakeSessions(kept && { ...sessionOf('mine', kept), at: Date.now() });
  const told: string[] = [];
  const account = new Account({
    server: () => home.server,
    sessions,
    leave: async () => void told.push('leave'),
    onOwn: async (identities: readonly Identity[]) => void told.push(`own ${identities.map(({ id }) => id)}`),
  });
  return { ...home, sessions, told, account };
}

describe('the person’s account', () => {
  it('asks nothing and makes no guest for somebody who has no session', async () => {
    const { account, asked } = openAccount({}, null);
    expect(await account.me()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('keeps what the server says of it, and tells which identities are the person’s', async () => {
    const renamed = {
      ...ana,
      name: 'Ana F.',
      picture: 'p'.repeat(16),
      identities: [anaAtWalks, anaAtBluesky],
    };
    const { account, sessions, server, told } = openAccount({ 'GET /v1/me': () => Response.json(renamed) });
    await account.me();
    expect(await sessions.current(server)).toMatchObject({
      account: { name: 'Ana F.' },
      picture: 'p'.repeat(16),
    });
    expect(told).toEqual(['own i1,i2']);
  });

  it('takes another name here once the server has taken it', async () => {
    const { account, sessions, server, answers } = openAccount();
    await account.rename('Ana F.');
    expect((await sessions.current(server))?.account.name).toBe('Ana F.');
    answers['PATCH /v1/me'] = () => problem(422, 'invalid_input');
    await expect(account.rename('x'.repeat(99))).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await sessions.current(server))?.account.name).toBe('Ana F.');
  });

  it('is left on the server first, then here, with the Space', async () => {
    const { account, sessions, server, told, pathsOf } = openAccount();
    await account.signOut();
    expect(pathsOf()).toEqual(['POST /v1/auth/sign-out']);
    expect(told).toEqual(['leave', 'own ']);
    expect(await sessions.current(server)).toBeNull();
  });

  it('stays as it is when the server cannot be told', async () => {
    const { account, sessions, server, told } = openAccount({
      'POST /v1/auth/sign-out': () => new Response('', { status: 502 }),
    });
    await expect(account.signOut()).rejects.toMatchObject({ code: 'unreachable' });
    expect(await sessions.current(server)).not.toBeNull();
    expect(told).toEqual([]);
  });

  it('is left here also where the server has ended it already', async () => {
    const { account, sessions, server } = openAccount({
      'POST /v1/auth/sign-out': () => problem(401, 'unauthenticated'),
    });
    await account.signOut();
    expect(await sessions.current(server)).toBeNull();
    expect(await sessions.isOver(server)).toBe(false);
  });

  it('is gone with its last identity, and stays with any other', async () => {
    const { account, sessions, server, answers } = openAccount();
    answers['GET /v1/me'] = () => Response.json({ ...ana, identities: [anaAtWalks, anaAtBluesky] });
    await account.unlink('i2');
    expect(await sessions.current(server)).not.toBeNull();
    answers['GET /v1/me'] = () => Response.json(ana);
    await account.unlink('i1');
    expect(await sessions.current(server)).toBeNull();
  });

  it('is forgotten when it is deleted', async () => {
    const { account, sessions, server, told, pathsOf } = openAccount();
    await account.deleteAccount();
    expect(pathsOf()).toEqual(['DELETE /v1/me']);
    expect(told).toEqual(['leave', 'own ']);
    expect(await sessions.current(server)).toBeNull();
  });
});
