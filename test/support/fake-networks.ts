/** One request that somebody was asked. */
export interface Asked {
  url: URL;
  token: string | null;
  init: RequestInit;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

/** The networks' servers as a `fetch`: `answers` by host; whoever else is asked does not answer. */
export function fakeNetworks(answers: Record<string, Answer>) {
  const asked: Asked[] = [];
  const fetch_ = (async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input));
    const header = new Headers(init.headers).get('authorization');
    const one = { url, init, token: header?.replace('Bearer ', '') ?? null };
    asked.push(one);
    const answer = answers[url.host];
    if (!answer) throw new TypeError('nobody answers');
    return answer(one);
  }) as typeof fetch;
  return { fetch: fetch_, asked, answers, paths: () => asked.map(({ url }) => url.pathname + url.search) };
}

export const did = (name: string) => `did:plc:${name}`;

interface Follow {
  did: string;
  status?: unknown;
}

/** Bluesky's AppView: whom each DID follows, `perPage` a page however many are asked for. */
export function appView(follows: Record<string, Follow[]>, perPage = 100): Answer {
  return ({ url }) => {
    const { searchParams } = url;
    if (url.pathname.endsWith('resolveHandle')) {
      const found = did(searchParams.get('handle')!.split('.')[0]!);
      return follows[found] ? Response.json({ did: found }) : Response.json({ error: 'x' }, { status: 400 });
    }
    const all = follows[searchParams.get('actor')!] ?? [];
    const at = Number(searchParams.get('cursor') ?? 0);
    const next = at + perPage < all.length ? { cursor: String(at + perPage) } : {};
    return Response.json({ follows: all.slice(at, at + perPage), ...next });
  };
}

/** A status as the AppView tells it. */
export function liveAt(uri: string, more: object = {}) {
  return {
    status: 'app.bsky.actor.status#live',
    isActive: true,
    embed: { external: { uri, title: 'x' } },
    ...more,
  };
}

interface MastodonServer {
  domain: string;
  /** By account id whom it follows, as the server names them. */
  follows: Record<string, string[]>;
  ids?: Record<string, string>;
  hidden?: boolean;
  /** Only whoever has this token is told anything. */
  onlyFor?: string;
  perPage?: number;
}

/** A server of Mastodon's API family. */
export function mastodonServer(server: MastodonServer): Answer {
  return ({ url, token }) => {
    if (url.pathname === '/api/v2/instance') return Response.json({ domain: server.domain });
    if (url.pathname === '/api/v1/accounts/lookup') {
      const id = server.ids?.[url.searchParams.get('acct')!];
      return id ? Response.json({ id, acct: 'x' }) : Response.json({ error: 'none' }, { status: 404 });
    }
    if (server.onlyFor && token !== server.onlyFor) return Response.json({ error: 'no' }, { status: 401 });
    const [, id = '', list] = /^\/api\/v1\/accounts\/([^/]+)(\/following)?$/.exec(url.pathname) ?? [];
    const all = server.follows[id];
    if (!all) return Response.json({ error: 'none' }, { status: 404 });
    if (!list) return Response.json({ id, following_count: all.length });
    return server.hidden && !token ? Response.json([]) : pageOf(all, url, server.perPage ?? 80);
  };
}

function pageOf(all: string[], url: URL, perPage: number): Response {
  const at = Number(url.searchParams.get('max_id') ?? 0);
  const next = new URL(url);
  next.searchParams.set('max_id', String(at + perPage));
  const link = `<${next}>; rel="next", <${url}>; rel="prev"`;
  const accounts = all.slice(at, at + perPage).map((acct) => ({ id: acct, acct }));
  return Response.json(accounts, { headers: at + perPage < all.length ? { link } : {} });
}
