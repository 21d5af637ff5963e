import { createHash, randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Flow, FlowRequest, Swapped } from '#shared/schema/account.ts';
import { DEFAULT_LIMITS, type Limits } from '#shared/schema/limits.ts';
import { createOutside, type Outside } from '../../server/identity/networks/outside.ts';
import { EXTENSION_ORIGIN } from '../../server/identity/flow/returns.ts';
import { type CoreApp, openCore, problemOf, read } from './core-app.ts';
import { type Mastodon, type MastodonOptions, startMastodon } from './networks/mastodon.ts';
import { mappedFetch } from './networks/outside.ts';
import type { Hosts } from './networks/stand-in.ts';

export const BACK = `${EXTENSION_ORIGIN}/`;

/** A stand-in that stops after the test. */
export async function mastodon(options?: MastodonOptions): Promise<Mastodon> {
  const server = await startMastodon(options);
  onTestFinished(() => server.stop());
  return server;
}

type CoreOptions = NonNullable<Parameters<typeof openCore>[0]>;

/** The server's own way out, to which these hosts are the whole world; whom else it asks for does not answer. */
export function outsideAmong(hosts: Hosts, limits: Partial<Limits> = {}): Outside {
  const nobody = () => Promise.reject(new TypeError('fetch failed'));
  return createOutside({ ...DEFAULT_LIMITS, ...limits }, mappedFetch(hosts, nobody));
}

/** The server core with these hosts outside. */
export function coreAmong(hosts: Hosts, options: CoreOptions = {}): Promise<CoreApp> {
  return openCore({ outside: outsideAmong(hosts, options.limits), ...options });
}

export interface Pkce {
  verifier: string;
  challenge: string;
}

export function pkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

type Wish = Partial<FlowRequest> & { token?: string };

/** `POST /v1/auth/flows`, of Mastodon and back to the extension unless told. */
export function askToBegin(core: CoreApp, { token, ...wish }: Wish = {}, keys = pkce()): Promise<Response> {
  const body = {
    network: 'mastodon',
    who: 'mastodon.example',
    back: BACK,
    challenge: keys.challenge,
    ...wish,
  };
  return core.request('POST', '/v1/auth/flows', { body, ...(token !== undefined && { token }) });
}

/** Where the browser is sent, from an address of ours. */
export async function followed(
  core: CoreApp,
  url: string,
  headers?: Record<string, string>,
): Promise<string> {
  const { pathname, search } = new URL(url);
  const response = await core.request('GET', pathname + search, headers ? { headers } : {});
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status} instead of a way on: ${await response.text()}`);
  return location;
}

export interface Begun extends Pkce {
  /** The network's consent page. */
  url: string;
}

/** Begins, and goes as far as the network's consent page. */
export async function begun(core: CoreApp, wish?: Wish): Promise<Begun> {
  const keys = pkce();
  const { url } = await read<Flow>(await askToBegin(core, wish, keys));
  return { ...keys, url: await followed(core, url) };
}

/** What the fragment of the address says at which a flow ended. */
export function ending(url: string): { code?: string; fault?: string } {
  return Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)));
}

export function askToSwap(core: CoreApp, code: string | undefined, verifier: string): Promise<Response> {
  return core.request('POST', '/v1/auth/session', { body: { code, verifier } });
}

/** The whole way of somebody who consents. */
export async function signIn(core: CoreApp, server: Mastodon, as: string, wish: Wish = {}): Promise<Swapped> {
  const { url, verifier } = await begun(core, { who: server.host, ...wish });
  const end = ending(await followed(core, await server.consent(url, { as })));
  return read<Swapped>(await askToSwap(core, end.code, verifier));
}

/** The code of a refused answer. */
export async function refusalOf(response: Response): Promise<string> {
  return response.ok ? 'none' : (await problemOf(response)).code;
}
