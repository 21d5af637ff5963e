import { createRestAPIClient, MastoHttpError } from 'masto';
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
import { type Mastodon, type MastodonOptions, startMastodon } from '../support/networks/mastodon.ts';
import { FLAVOURS, type Variant, VARIANTS } from '../support/networks/mastodon-variants.ts';
import { mappedFetch } from '../support/networks/outside.ts';

const REDIRECT = 'https://perch.example/v1/auth/callback';
const FOLLOWS = Array.from({ length: 170 }, (_, index) => `friend${index}@other.example`);
const ANA = { user: 'ana', name: 'Ana', follows: ['ben@mastodon.example', ...FOLLOWS] };
const BEN = { user: 'ben', name: 'Ben', follows: ['ana@mastodon.example'], isListHidden: true };

let mastodon: Mastodon;
afterEach(() => mastodon.stop());

const start = async (options: MastodonOptions) =>
  (mastodon = await startMastodon({ people: [ANA, BEN], ...options }));
const masto = (accessToken?: string) => createRestAPIClient({ url: mastodon.origin, accessToken });
const statusOf = (refused: unknown) => (refused instanceof MastoHttpError ? refused.statusCode : refused);
const refused = (promise: PromiseLike<unknown>) => Promise.resolve(promise).then(() => 'answered', statusOf);

/** What a client knows of a server without metadata. */
function fixedServer(host: string): oauth.AuthorizationServer {
  const at = (path: string) => `https://${host}/oauth/${path}`;
  return {
    issuer: `https://${host}/`,
    authorization_endpoint: at('authorize'),
    token_endpoint: at('token'),
    revocation_endpoint: at('revoke'),
  };
}

async function serverOf(variant: Variant): Promise<oauth.AuthorizationServer> {
  if (!FLAVOURS[variant].hasMetadata) return fixedServer(mastodon.host);
  const issuer = new URL(`https://${mastodon.host}`);
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...through(mastodon.hosts) });
  return oauth.processDiscoveryResponse(issuer, response);
}

async function register(variant: Variant, scopes: string): Promise<FlowClient> {
  const app = await masto().v1.apps.create({ clientName: 'Perch', redirectUris: REDIRECT, scopes });
  return {
    hosts: mastodon.hosts,
    server: await serverOf(variant),
    client: { client_id: app.clientId! },
    auth: oauth.ClientSecretPost(app.clientSecret!),
    redirectUri: REDIRECT,
    consent: mastodon.consent,
  };
}

/** Consents as Ana, and what comes of the code when it is redeemed so. */
async function consented(flow: FlowClient, as = 'ana') {
  const begun = await beginFlow(flow, 'read:accounts');
  return { begun, callback: await flow.consent(begun.url, { as }) };
}

describe.each(VARIANTS)('a server of kind %s', (variant) => {
  const flavour = FLAVOURS[variant];

  it('signs a person in, says who they are, and forgets the token when told to', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const token = await tokenOf(flow, 'ana', 'read:accounts');
    expect(await masto(token).v1.accounts.verifyCredentials()).toMatchObject({
      id: mastodon.idOf('ana'),
      username: 'ana',
      acct: 'ana',
      displayName: 'Ana',
      url: 'https://mastodon.example/@ana',
    });
    expect(await revoke(flow, token)).toBe(200);
    expect(mastodon.tokens).toMatchObject([{ token, user: 'ana', isRevoked: true }]);
    expect(await refused(masto(token).v1.accounts.verifyCredentials())).toBe(401);
  });

  it('takes a code once, from its own client, for its own redirect', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const other = await register(variant, 'read:accounts');
    const { begun, callback } = await consented(flow);
    const grant = { error: 'invalid_grant', status: 400 };
    await expect(redeem(flow, begun, callback, `${REDIRECT}/other`)).rejects.toMatchObject(grant);
    await expect(redeem(other, begun, callback)).rejects.toMatchObject(grant);
    await redeem(flow, begun, callback);
    await expect(redeem(flow, begun, callback)).rejects.toMatchObject(grant);
  });

  it('refuses a code that is too old', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const { begun, callback } = await consented(flow);
    mastodon.expireCodes();
    await expect(redeem(flow, begun, callback)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it(`${flavour.knowsPkce ? 'refuses' : 'does not look at'} a verifier that is not the code's`, async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const { begun, callback } = await consented(flow);
    const swapped = redeem(flow, { ...begun, verifier: oauth.generateRandomCodeVerifier() }, callback);
    if (flavour.knowsPkce) await expect(swapped).rejects.toMatchObject({ error: 'invalid_grant' });
    else expect((await swapped).access_token).toBe(mastodon.tokens[0]?.token);
  });

  it('says so when the person denies', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const begun = await beginFlow(flow, 'read:accounts');
    const callback = await flow.consent(begun.url, { as: 'ana', deny: true });
    await expect(redeem(flow, begun, callback)).rejects.toMatchObject({ error: 'access_denied' });
  });

  it('shows a page and leads nowhere when client, redirect or scope are not registered', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const { url } = await beginFlow(flow, 'read:accounts');
    for (const [name, value] of [
      ['client_id', 'nobody'],
      ['redirect_uri', `${REDIRECT}/`],
      ['scope', 'read'],
    ] as const) {
      const wrong = new URL(url);
      wrong.searchParams.set(name, value);
      await expect(flow.consent(wrong.href, { as: 'ana' })).rejects.toThrow('An error has occurred');
    }
    mastodon.forgetClients();
    await expect(flow.consent(url, { as: 'ana' })).rejects.toThrow('unknown client');
  });

  it('does not know a client with another secret', async () => {
    await start({ variant });
    const flow = await register(variant, 'read:accounts');
    const { begun, callback } = await consented(flow);
    const impostor = { ...flow, auth: oauth.ClientSecretPost('guessed') };
    await expect(redeem(impostor, begun, callback)).rejects.toMatchObject({ status: 401 });
  });

  it(`${flavour.takesBasic ? 'knows' : 'does not know'} a client by a basic header`, async () => {
    await start({ variant });
    const app = await register(variant, 'read:accounts');
    const flow = { ...app, auth: oauth.ClientSecretBasic(String(mastodon.clients[0]!.secret)) };
    const { begun, callback } = await consented(flow);
    const token = redeem(flow, begun, callback);
    if (flavour.takesBasic) expect((await token).token_type).toBe('bearer');
    else await expect(token).rejects.toMatchObject({ status: 401 });
  });

  it('gives the list of follows page by page', async () => {
    await start({ variant });
    const token = await tokenOf(await register(variant, 'read:accounts'), 'ana', 'read:accounts');
    const pages: string[][] = [];
    const list = masto(token).v1.accounts.$select(mastodon.idOf('ana')).following.list({ limit: 80 });
    for await (const page of list) pages.push(page.map(({ acct }) => acct));
    expect(pages.map(({ length }) => length)).toEqual([80, 80, 11]);
    expect(pages.flat()).toEqual(['ben', ...FOLLOWS]);
  });

  it(`gives anybody ${flavour.isOpen ? 'a list that is not hidden' : 'no list'}`, async () => {
    await start({ variant });
    const listOf = (user: string, token?: string) =>
      masto(token).v1.accounts.$select(mastodon.idOf(user)).following.list();
    if (!flavour.isOpen) expect(await refused(listOf('ana'))).toBe(401);
    else {
      expect(await listOf('ana')).toHaveLength(40);
      expect(await listOf('ben')).toEqual([]);
    }
    const flow = await register(variant, 'read:accounts');
    expect(await listOf('ben', await tokenOf(flow, 'ana', 'read:accounts'))).toEqual([]);
    expect(await listOf('ben', await tokenOf(flow, 'ben', 'read:accounts'))).toHaveLength(1);
  });

  it('gives nobody a list without a token when it is closed', async () => {
    await start({ variant, isClosed: true });
    expect(await refused(masto().v1.accounts.$select(mastodon.idOf('ana')).following.list())).toBe(401);
    expect(await masto().v2.instance.fetch()).toMatchObject({ domain: 'mastodon.example' });
  });

  it(`${flavour.scopes.includes('profile') ? 'keeps a profile token from lists' : 'has no scope profile'}`, async () => {
    await start({ variant });
    if (!flavour.scopes.includes('profile')) {
      expect(await refused(register(variant, 'profile'))).toBe(422);
      return;
    }
    const token = await tokenOf(await register(variant, 'profile'), 'ana', 'profile');
    expect(await masto(token).v1.accounts.verifyCredentials()).toMatchObject({ acct: 'ana' });
    const list = masto(token).v1.accounts.$select(mastodon.idOf('ana')).following.list();
    expect(await refused(list)).toBe(403);
  });

  it('tells who somebody is by WebFinger, and what it is by nodeinfo', async () => {
    await start({ variant });
    const get = async (path: string) => {
      const ask = mappedFetch(mastodon.hosts, strangers);
      const response = await ask(`https://mastodon.example${path}`, { redirect: 'error' });
      return response.ok ? ((await response.json()) as Record<string, unknown>) : response.status;
    };
    const finger = '/.well-known/webfinger?resource=acct:';
    expect(await get(`${finger}ana@mastodon.example`)).toMatchObject({
      subject: 'acct:ana@mastodon.example',
      links: expect.arrayContaining([
        { rel: 'self', type: 'application/activity+json', href: 'https://mastodon.example/users/ana' },
      ]),
    });
    expect(await get(`${finger}ana@other.example`)).toBe(404);
    expect(await get('/nodeinfo/2.0')).toMatchObject({ software: { name: flavour.software } });
  });

  it(`${flavour.hasUserinfo ? 'names the actor in' : 'has no'} userinfo`, async () => {
    await start({ variant });
    const scope = flavour.scopes.includes('profile') ? 'profile' : 'read:accounts';
    const flow = await register(variant, scope);
    const token = await tokenOf(flow, 'ana', scope);
    const endpoint = `https://${mastodon.host}/oauth/userinfo`;
    const server = { userinfo_endpoint: endpoint, ...flow.server };
    const response = await oauth.userInfoRequest(server, flow.client, token, through(mastodon.hosts));
    if (!flavour.hasUserinfo) expect(response.status).toBe(404);
    else {
      const actor = 'https://mastodon.example/users/ana';
      expect(await oauth.processUserInfoResponse(server, flow.client, actor, response)).toMatchObject({
        name: 'Ana',
        preferred_username: 'ana',
      });
    }
  });
});
