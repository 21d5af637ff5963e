import { Refusal } from '../../spaces/refusal.ts';
import { oauthError } from './answers.ts';
import type { Outside } from './outside.ts';

/** What a code is made of (RFC 6749, A.11): some servers break over anything else, which a stranger could then make them do. */
const CODE = /^[\x20-\x7e]{1,4000}$/;

/** An authorization server, in OAuth's own words. */
export type OAuthServer = {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  revocation_endpoint: string;
  userinfo_endpoint?: string | undefined;
  authorization_response_iss_parameter_supported?: boolean | undefined;
};

export interface OAuthApp {
  clientId: string;
  /** Null for an application that proves nothing. */
  clientSecret: string | null;
  /** How the secret is shown. */
  by: 'post' | 'basic';
}

/** Our application at one server. */
export interface OAuthClient {
  /** The token for what somebody came back with. Throws `Refusal`, `AppUnknown` among them, and whatever a failed conversation throws. */
  redeem(answer: URLSearchParams, callback: string, verifier: string): Promise<string>;
  /** Who holds the token, by the server's userinfo; null where it has none. */
  userinfo(token: string): Promise<string | null>;
  revoke(token: string): Promise<void>;
}

/** The server does not know our application, or not any more. */
export class AppUnknown extends Refusal {
  constructor() {
    super('sign_in_over');
  }
}

/** Where a person consents to `scope` there. */
export async function consentUrl(
  server: OAuthServer,
  { clientId }: Pick<OAuthApp, 'clientId'>,
  { callback, scope, state, verifier }: Record<'callback' | 'scope' | 'state' | 'verifier', string>,
): Promise<string> {
  const { calculatePKCECodeChallenge } = await import('oauth4webapi');
  const url = new URL(server.authorization_endpoint);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url.href;
}

export async function clientAt(server: OAuthServer, app: OAuthApp, ask: Outside): Promise<OAuthClient> {
  const oauth = await import('oauth4webapi');
  const client = { client_id: app.clientId };
  const auth = authOf(oauth, app);
  const through = { [oauth.customFetch]: (url: string, init: object) => ask(url, init) };
  return {
    redeem: async (answer, callback, verifier) => {
      const accepted = orRefusal(answerRefused, () =>
        oauth.validateAuthResponse(server, client, withOwnIssuer(server, answer), oauth.skipStateCheck),
      );
      if (!CODE.test(accepted.get('code') ?? '')) throw new Refusal('sign_in_over');
      const asked = [server, client, auth, accepted, callback, verifier, through] as const;
      const response = await oauth.authorizationCodeGrantRequest(...asked);
      const token = await oauth
        .processAuthorizationCodeResponse(server, client, response)
        .catch(tokenRefused);
      return token.access_token;
    },
    userinfo: async (token) => {
      if (!server.userinfo_endpoint) return null;
      const response = await oauth.userInfoRequest(server, client, token, through);
      return (await oauth.processUserInfoResponse(server, client, oauth.skipSubjectCheck, response)).sub;
    },
    revoke: async (token) => {
      const response = await oauth.revocationRequest(server, client, auth, token, through);
      await response.body?.cancel();
    },
  };
}

function authOf(oauth: typeof import('oauth4webapi'), { clientSecret, by }: OAuthApp) {
  if (clientSecret === null) return oauth.None();
  return by === 'basic' ? oauth.ClientSecretBasic(clientSecret) : oauth.ClientSecretPost(clientSecret);
}

function orRefusal<T>(refused: (error: unknown) => never, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return refused(error);
  }
}

/** Somebody who said no ends it; what comes in another server's name, or in two ways at once, is not believed. */
function answerRefused(error: unknown): never {
  const word = oauthError(error);
  if (word === null) throw new Refusal('identity_untrusted');
  throw new Refusal(word === 'access_denied' ? 'sign_in_cancelled' : 'network_unreachable');
}

function tokenRefused(error: unknown): never {
  const word = oauthError(error);
  if (word === null) throw error;
  throw /^(?:invalid|unauthorized)_client$/.test(word) ? new AppUnknown() : new Refusal('sign_in_over');
}

/** The same address with and without its last slash is the same server. */
function withOwnIssuer({ issuer }: OAuthServer, answer: URLSearchParams): URLSearchParams {
  if (URL.parse(answer.get('iss') ?? '')?.href !== new URL(issuer).href) return answer;
  const same = new URLSearchParams(answer);
  same.set('iss', issuer);
  return same;
}
