import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';
import { beginFlow, type FlowClient } from '../support/networks/code-flow.ts';
import { consentIn, leadTo } from '../support/networks/in-browser.ts';
import { type Mastodon, startMastodon } from '../support/networks/mastodon.ts';
import { startX, type X } from '../support/networks/x.ts';
import { GLITCH_HOST, SITES } from '../support/sites/hosts.ts';
import { openSites, type Sites } from '../support/sites/serve.ts';
import { until } from '../support/until.ts';

/** A page that is there, and has nothing to do with either network. */
const REDIRECT = `https://${GLITCH_HOST}/callback`;

let sites: Sites;
let mastodon: Mastodon;
let x: X;
let plain: PlainBrowser;

beforeAll(async () => {
  sites = await openSites(inject('sitesPath'));
  mastodon = await startMastodon({
    people: [
      { user: 'ana', name: 'Ana' },
      { user: 'anatol', name: 'Anatol' },
    ],
  });
  x = await startX({ redirectUris: [REDIRECT] });
  leadTo(sites, mastodon, x);
  plain = await launchPlain({ flags: sites.flags });
});
afterAll(async () => {
  await plain?.close();
  await Promise.all([mastodon?.stop(), x?.stop(), sites?.close()]);
});

async function clickThrough(client: Pick<FlowClient, 'server' | 'client'>, scope: string, whom: object) {
  const flow = { ...client, redirectUri: REDIRECT } as FlowClient;
  const { url, state } = await beginFlow(flow, scope);
  const page = await plain.browser.newPage();
  await page.goto(url);
  await consentIn(page, { as: 'ana', ...whom });
  await until('the way back', async () => page.url().startsWith(REDIRECT));
  const back = new URL(page.url()).searchParams;
  expect(back.get('state')).toBe(state);
  await page.close();
  return back;
}

it('lets a browser click through the consent of a Mastodon server, and remembers who is signed in', async () => {
  const body = JSON.stringify({ client_name: 'Perch', redirect_uris: REDIRECT, scopes: 'profile' });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${mastodon.origin}/api/v1/apps`, { method: 'POST', headers, body });
  const server = {
    issuer: 'https://mastodon.example/',
    authorization_endpoint: 'https://mastodon.example/oauth/authorize',
  };
  const client = { server, client: { client_id: mastodon.clients[0]!.id } };
  expect((await clickThrough(client, 'profile', {})).get('code')).not.toBeNull();
  expect((await clickThrough(client, 'profile', { deny: true })).get('error')).toBe('access_denied');
  const signIns = mastodon.asked.filter(({ path }) => path === '/auth/sign_in');
  expect(signIns.map(({ body: fields }) => new URLSearchParams(fields).get('user'))).toEqual(['ana']);
});

it('lets a browser click through the consent of X, whose timeline stays what it was', async () => {
  const server = { issuer: 'https://x.com', authorization_endpoint: 'https://x.com/i/oauth2/authorize' };
  const client = { server, client: { client_id: x.clientId } };
  const scope = 'users.read tweet.read';
  expect((await clickThrough(client, scope, { deny: true })).get('error')).toBe('access_denied');
  expect((await clickThrough(client, scope, {})).get('code')).not.toBeNull();
  const page = await plain.browser.newPage();
  await page.goto(SITES.x.home);
  expect(await page.waitForSelector(SITES.x.post)).not.toBeNull();
});
