import { Resolver } from 'node:dns/promises';
import type {
  NodeOAuthClient,
  NodeSavedSession,
  NodeSavedState,
  OAuthClientMetadataInput,
} from '@atproto/oauth-client-node';
import type { Outside } from '../outside.ts';
import { clientMetadata, loopbackMetadata } from './client-metadata.ts';
import type { ClientKey } from './key.ts';

type Library = typeof import('@atproto/oauth-client-node');
/** What atproto's client keeps, by names of its choosing. */
export interface Shelf<T> {
  get(name: string): Promise<T | undefined> | T | undefined;
  set(name: string, value: T): Promise<void> | void;
  del(name: string): Promise<void> | void;
}

/** What differs where Bluesky's own servers are ours; no environment sets it. */
export interface BlueskyOptions {
  plcDirectoryUrl: string;
  /** Servers without TLS are fine. */
  allowHttp: boolean;
  /** The address before `/s/ID` to which live statuses lead; `PUBLIC_URL` unless told, and without either none is set. */
  pagesAt: string | null;
  /** The TXT records of a name, null when there are none. */
  resolveTxt: (name: string) => Promise<string[] | null>;
}

export interface ClientDeps {
  /** Https, or null: then people sign in on this machine alone. */
  publicUrl: string | null;
  outside: Outside;
  key: () => Promise<ClientKey>;
  options: BlueskyOptions;
}

interface Use {
  /** Where people come back to, see `loopbackCallback`; unused with a public address. */
  callback: string;
  states?: Shelf<NodeSavedState> | Map<string, NodeSavedState>;
  sessions?: Shelf<NodeSavedSession> | Map<string, NodeSavedSession>;
  /** Ends everything that is asked by this client. */
  signal: AbortSignal;
}

/** atproto's own client, for one use: it keeps nothing but on the shelves that it is given. */
export async function openClient(deps: ClientDeps, use: Use): Promise<NodeOAuthClient> {
  const library = await import('@atproto/oauth-client-node');
  const { plcDirectoryUrl, allowHttp, resolveTxt } = deps.options;
  const fetch = fetchBy(deps.outside, use.signal);
  return new library.NodeOAuthClient({
    ...(await whoWeAre(deps, use.callback, library)),
    stateStore: shelfOf(use.states ?? new Map()),
    sessionStore: shelfOf(use.sessions ?? new Map()),
    requestLock: library.requestLocalLock,
    handleResolver: new library.AtprotoHandleResolver({ fetch, resolveTxt }),
    fetch,
    plcDirectoryUrl,
    allowHttp,
  });
}

async function whoWeAre({ publicUrl, key }: ClientDeps, callback: string, { JoseKey }: Library) {
  if (publicUrl === null) return { clientMetadata: loopbackMetadata(callback) };
  const keyset = [await JoseKey.fromJWK({ ...(await key()) })];
  return { clientMetadata: clientMetadata(publicUrl) satisfies OAuthClientMetadataInput, keyset };
}

function shelfOf<T>(shelf: Shelf<T> | Map<string, T>) {
  return {
    get: async (name: string) => shelf.get(name),
    set: async (name: string, value: T) => void (await shelf.set(name, value)),
    del: async (name: string) => void (await (shelf instanceof Map ? shelf.delete(name) : shelf.del(name))),
  };
}

/** A server did not answer; the library would take a `TypeError`, which is fetch's own, for a session to be thrown away. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The library's requests, by our one way out. */
function fetchBy(outside: Outside, until: AbortSignal): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { method, headers } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    const signal = AbortSignal.any([request.signal, until]);
    try {
      return await outside(request.url, { method, headers, body, signal });
    } catch (error) {
      throw error instanceof TypeError ? new NoAnswer(error.message, { cause: error }) : error;
    }
  };
}

const DNS_MS = 3_000;

/** The TXT records of a name by the machine's resolver; whoever has none may still say who they are by https. */
export async function resolveTxt(name: string): Promise<string[] | null> {
  try {
    const records = await new Resolver({ timeout: DNS_MS, tries: 1 }).resolveTxt(name);
    return records.map((chunks) => chunks.join(''));
  } catch {
    return null;
  }
}
