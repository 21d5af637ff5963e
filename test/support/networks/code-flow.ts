import * as oauth from 'oauth4webapi';
import { mappedFetch } from './outside.ts';
import type { Hosts } from './stand-in.ts';

/** A client of a stand-in, driven by oauth4webapi as somebody else's application would be. */
export interface FlowClient {
  hosts: Hosts;
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  auth: oauth.ClientAuth;
  redirectUri: string;
  consent(url: string, whom: { as: string; deny?: boolean }): Promise<string>;
}

export interface Flow {
  verifier: string;
  state: string;
  /** Where the consent page is. */
  url: string;
}

/** Asked of a stranger, a test fails. */
export const strangers: typeof fetch = (input) =>
  Promise.reject(new Error(`A stranger was asked: ${input instanceof Request ? input.url : input}`));

/** oauth4webapi follows no redirect by itself, and its requests go to the stand-ins alone. */
export const through = (hosts: Hosts) => ({ [oauth.customFetch]: mappedFetch(hosts, strangers) });

export async function beginFlow({ server, client, redirectUri }: FlowClient, scope: string): Promise<Flow> {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(server.authorization_endpoint!);
  url.search = `${new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })}`;
  return { verifier, state, url: url.href };
}

/** Swaps what the browser came back with for a token; rejects as oauth4webapi does. */
export async function redeem(
  flow: FlowClient,
  { state, verifier }: Flow,
  callback: string,
  redirectUri = flow.redirectUri,
): Promise<oauth.TokenEndpointResponse> {
  const { server, client, auth, hosts } = flow;
  const params = oauth.validateAuthResponse(server, client, new URL(callback), state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    auth,
    params,
    redirectUri,
    verifier,
    through(hosts),
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}

/** The whole way of somebody who consents. */
export async function tokenOf(flow: FlowClient, as: string, scope: string): Promise<string> {
  const begun = await beginFlow(flow, scope);
  return (await redeem(flow, begun, await flow.consent(begun.url, { as }))).access_token;
}

/** Ends a token; answers the status. */
export async function revoke({ server, client, auth, hosts }: FlowClient, token: string): Promise<number> {
  const response = await oauth.revocationRequest(server, client, auth, token, through(hosts));
  return response.status;
}
