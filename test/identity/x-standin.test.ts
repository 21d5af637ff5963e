import * as oauth from 'oauth4webapi';
import { afterEach, describe, expect, it } from 'vitest';
import {
  beginFlow,
  type FlowClient,
  redeem,
  revoke,
  strangers,
  through,
  tokenOf,
} from '../support/networks/code-flow.ts';
import { mappedFetch } from '../support/networks/outside.ts';
import { startX, type X, type XOptions } from '../support/networks/x.ts';

const REDIRECT = 'https://perch.example/v1/auth/callback';
const SCOPE = 'users.read tweet.read';
const ME = 'https://api.x.com/2/users/me?user.fields=profile_image_url,username';

let x: X;
afterEach(() => x.stop());

const start = async (options: Partial<XOptions>) =>
  (x = await startX({ redirectUris: [REDIRECT], ...options }));
const ask = (url: string, init?: RequestInit) =>
  mappedFetch(x.hosts, strangers)(url, { redirect: 'error', ...init });
const me = (token: string) => ask(ME, { headers: { authorization: `Bearer ${token}` } });

function flow(): FlowClient {
  const server: oauth.AuthorizationServer = {
    issuer: 'https://x.com',
    authorization_endpoint: 'https://x.com/i/oauth2/authorize',
    token_endpoint: 'https://api.x.com/2/oauth2/token',
    revocation_endpoint: 'https://api.x.com/2/oauth2/revoke',
  };
  return {
    hosts: x.hosts,
    server,
    client: { client_id: x.clientId },
    auth: x.clientSecret === null ? oauth.None() : oauth.ClientSecretBasic(x.clientSecret),
    redirectUri: REDIRECT,
    consent: x.consent,
  };
}

describe.each([
  ['confidential', 'perch-secret'],
  ['public', null],
])('X for a %s client', (_, clientSecret) => {
  it('signs a person in, says who they are, and forgets the token when told to', async () => {
    await start({ clientSecret });
    const token = await tokenOf(flow(), 'ana', SCOPE);
    const data = { id: x.idOf('ana'), name: 'Ana', username: 'ana' };
    expect(await (await me(token)).json()).toMatchObject({ data });
    expect(await revoke(flow(), token)).toBe(200);
    expect((await me(token)).status).toBe(401);
    expect(x.tokens).toMatchObject([{ token, user: 'ana', isRevoked: true }]);
  });

  it('takes a code once, for its own redirect and verifier', async () => {
    await start({ clientSecret });
    const begun = await beginFlow(flow(), SCOPE);
    const callback = await x.consent(begun.url, { as: 'ana' });
    const wrong = { error: 'invalid_request', status: 400 };
    const verifier = oauth.generateRandomCodeVerifier();
    await expect(redeem(flow(), { ...begun, verifier }, callback)).rejects.toMatchObject(wrong);
    await expect(redeem(flow(), begun, callback, `${REDIRECT}/`)).rejects.toMatchObject(wrong);
    await redeem(flow(), begun, callback);
    await expect(redeem(flow(), begun, callback)).rejects.toMatchObject(wrong);
  });

  it('says so when the person cancels', async () => {
    await start({ clientSecret });
    const begun = await beginFlow(flow(), SCOPE);
    const callback = await x.consent(begun.url, { as: 'ana', deny: true });
    await expect(redeem(flow(), begun, callback)).rejects.toMatchObject({ error: 'access_denied' });
  });
});

describe('X', () => {
  it('does not know a confidential client that proves nothing', async () => {
    await start({});
    const begun = await beginFlow(flow(), SCOPE);
    const callback = await x.consent(begun.url, { as: 'ana' });
    const impostor = { ...flow(), auth: oauth.None() };
    await expect(redeem(impostor, begun, callback)).rejects.toMatchObject({ error: 'unauthorized_client' });
  });

  it('shows a page and leads nowhere without a challenge, a state or a registered redirect', async () => {
    await start({});
    const { url } = await beginFlow(flow(), SCOPE);
    for (const name of ['code_challenge', 'state', 'redirect_uri', 'client_id', 'scope']) {
      const without = new URL(url);
      without.searchParams.delete(name);
      await expect(x.consent(without.href, { as: 'ana' })).rejects.toThrow('Something went wrong');
    }
  });

  it('says who somebody is only to those who may read users and posts', async () => {
    await start({});
    expect((await me(await tokenOf(flow(), 'ana', 'tweet.read'))).status).toBe(403);
    expect((await me('made-up')).status).toBe(401);
  });

  it('keeps the number of somebody who changes their handle', async () => {
    await start({ people: [{ user: 'ana', name: 'Ana', id: '42' }] });
    x.people[0]!.user = 'ana_sings';
    const token = await tokenOf(flow(), 'ana_sings', SCOPE);
    const data = { id: '42', username: 'ana_sings' };
    expect(await (await me(token)).json()).toMatchObject({ data });
  });

  it('gives a picture, and nothing when the operator has no credits', async () => {
    await start({});
    const token = await tokenOf(flow(), 'ana', SCOPE);
    const { data } = (await (await me(token)).json()) as { data: { profile_image_url: string } };
    expect((await ask(data.profile_image_url)).headers.get('content-type')).toBe('image/png');
    x.play('no-credits');
    expect((await me(token)).status).toBe(402);
  });

  it('answers on each of its hosts what belongs there', async () => {
    await start({});
    expect((await ask('https://x.com/2/users/me')).status).toBe(404);
    expect((await ask('https://api.x.com/i/oauth2/authorize')).status).toBe(404);
    const response = await oauth.revocationRequest(
      { issuer: 'https://x.com', revocation_endpoint: 'https://x.com/2/oauth2/revoke' },
      { client_id: x.clientId },
      oauth.None(),
      'token',
      through(x.hosts),
    );
    expect(response.status).toBe(404);
  });
});
