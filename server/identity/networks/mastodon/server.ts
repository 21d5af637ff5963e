import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { Refusal } from '../../../spaces/refusal.ts';
import type { Outside } from '../outside.ts';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** Where a server of Mastodon's API family does what, in OAuth's words. */
export const ServerSchema = v.object({
  issuer: v.string(),
  authorization_endpoint: v.string(),
  token_endpoint: v.string(),
  revocation_endpoint: v.string(),
  /** Since 4.4. */
  userinfo_endpoint: v.optional(v.string()),
  authorization_response_iss_parameter_supported: v.optional(v.boolean()),
  /** Absent where the server does not say. */
  scopes_supported: v.optional(v.array(v.string())),
});
export type Server = v.InferOutput<typeof ServerSchema>;

/** Where servers do it that say nothing about it: those before 4.3, and relatives. */
export function plainServer(host: string): Server {
  const root = `https://${host}/`;
  return {
    issuer: root,
    authorization_endpoint: `${root}oauth/authorize`,
    token_endpoint: `${root}oauth/token`,
    revocation_endpoint: `${root}oauth/revoke`,
  };
}

/** What the server says of itself. Refuses with `identity_untrusted` for one that speaks for another. */
export async function discover(ask: Outside, host: string): Promise<Server> {
  const oauth = await import('oauth4webapi');
  const origin = new URL(`https://${host}`);
  const response = await oauth.discoveryRequest(origin, {
    algorithm: 'oauth2',
    [oauth.customFetch]: (url, init) => ask(url, init as RequestInit),
  });
  // Some answer a page of theirs to whatever they do not know.
  if (response.status !== 200 || !JSON_TYPE.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    if (response.status >= 500) throw new Refusal('network_unreachable');
    return plainServer(host);
  }
  const told = await oauth.processDiscoveryResponse(origin, response).catch((error: unknown) => {
    throw isForeignIssuer(error) ? new Refusal('identity_untrusted') : error;
  });
  const server = { ...plainServer(host), ...v.parse(v.partial(ServerSchema), told) };
  if (!endpointsOf(server).every((endpoint) => isOn(host, endpoint))) throw new Refusal('identity_untrusted');
  return server;
}

/** Whether an address is on this host and nothing else. */
export function isOn(host: string, address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'https:' && url.host === host && !url.username && !url.password;
}

function endpointsOf(server: Server): string[] {
  const { authorization_endpoint, token_endpoint, revocation_endpoint, userinfo_endpoint } = server;
  return [authorization_endpoint, token_endpoint, revocation_endpoint, userinfo_endpoint ?? server.issuer];
}

function isForeignIssuer(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
}

const FULL_NAME = /^@?([^@\s/]+)@([^@\s/]+)$/;

/** The host that a person named, and who they say they are there. Refuses with `invalid_input`. */
export function readWho(who: string): { host: string; user: string | null } {
  const host = v.safeParse(HostNameSchema, who);
  if (!host.success) throw new Refusal('invalid_input');
  return { host: host.output, user: FULL_NAME.exec(who.trim())?.[1] ?? null };
}
