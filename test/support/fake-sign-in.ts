import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper, type KeptSession } from '#shared/client/session.ts';
import type { Identity, MyAccount } from '#shared/schema/account.ts';
import { problem } from './fake-flow.ts';

export const HOME = 'https://perch.test';
export const CODE = 'c'.repeat(43);
export const TICKET = 't'.repeat(43);

export const anaAtWalks: Identity = {
  id: 'i1',
  network: 'mastodon',
  handle: '@ana@walks.social',
  subject: 'https://walks.social/users/ana',
  host: 'walks.social',
  name: 'Ana Ferreira',
  picture: null,
  shown: true,
  status: false,
  at: 0,
};
export const anaAtBluesky: Identity = {
  ...anaAtWalks,
  id: 'i2',
  network: 'bluesky',
  handle: '@ana.bsky.social',
  subject: 'did:plc:ana',
  host: 'pds.example',
};
export const anaAtX: Identity = {
  ...anaAtWalks,
  id: 'i3',
  network: 'x',
  handle: '@ana_f',
  subject: '42',
  host: 'x.com',
  shown: false,
};
export const ana: MyAccount = {
  id: 'a1',
  name: 'Ana Ferreira',
  guest: false,
  picture: null,
  identities: [anaAtWalks],
  operator: false,
};
export const sessionOf = (token: string, { id, name, guest } = ana) => ({
  token,
  account: { id, name, guest },
});

interface Asked {
  path: string;
  method: string;
  token: string | null;
  body: Record<string, unknown>;
}

/** A server that answers by method and path, all else with an empty 204, and notes what it was asked. */
export function fakeHome(answers: Record<string, (asked: Asked) => Response | Promise<Response>> = {}) {
  const asked: Asked[] = [];
  const server = new ServerClient(HOME, async (input, init) => {
    const { pathname: path } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const { authorization } = (init?.headers ?? {}) as Record<string, string>;
    const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    const call = { path, method, token: authorization?.replace('Bearer ', '') ?? null, body };
    asked.push(call);
    return (await answers[`${method} ${path}`]?.(call)) ?? new Response(null, { status: 204 });
  });
  const pathsOf = () => asked.map(({ method, path }) => `${method} ${path}`);
  return { server, asked, answers, pathsOf };
}

/** Sessions in memory, with what is kept at home at first. */
export function fakeSessions(kept: KeptSession | null = null, now: () => number = () => Date.now()) {
  const shelf = new Map<string, KeptSession>(kept ? [[HOME, kept]] : []);
  const sessions = new SessionKeeper(
    {
      read: async (server) => shelf.get(server) ?? null,
      write: async (server, session) => void shelf.set(server, session),
      remove: async (server) => void shelf.delete(server),
    },
    { now },
  );
  return { sessions, shelf };
}

/** A home server where a sign-in brings Ana's session. */
export function signInAnswers(swapped: unknown = null): Parameters<typeof fakeHome>[0] {
  const used = new Set<unknown>();
  return {
    'POST /v1/auth/flows': () => Response.json({ url: `${HOME}/auth/go/1` }),
    'POST /v1/auth/session': ({ body }) => {
      if (used.has(body.code)) return problem(410, 'sign_in_over');
      used.add(body.code);
      const brought = { identity: anaAtWalks, mastodon: null };
      return Response.json(swapped ?? { is: 'signed-in', session: sessionOf('fresh'), ...brought });
    },
    'GET /v1/me': () => Response.json(ana),
  };
}
