import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Flow, MyAccountSchema, type Swapped } from '../../shared/schema/account.ts';
import * as v from 'valibot';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';
import { consentOn } from '../support/networks/bluesky-consent.ts';
import { type Atproto, type AtprotoPerson, startAtproto } from '../support/networks/dev-env.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { pkce } from '../support/sign-in.ts';
import { until } from '../support/until.ts';

let atproto: Atproto;
let server: TestServer;
let plain: PlainBrowser;
let ana: AtprotoPerson;

beforeAll(async () => {
  [atproto, plain] = await Promise.all([startAtproto(), launchPlain()]);
  const script = 'test/support/networks/run-server.ts';
  [server, ana] = await Promise.all([
    startServer({ script, env: atproto.envFor(), livekit: false }),
    atproto.createPerson('ana'),
  ]);
}, 600_000);
afterAll(async () => {
  await plain?.close();
  await server?.stop();
  await atproto?.stop();
});

test('somebody signs in at their PDS, and is themselves here', async () => {
  const swapped = await signIn();
  expect(swapped).toMatchObject({ is: 'signed-in', identity: { network: 'bluesky', handle: '@ana.test' } });
  const { token } = (swapped as Extract<Swapped, { is: 'signed-in' }>).session;
  const me = await fetch(`${server.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  const { guest, identities } = v.parse(MyAccountSchema, await me.json());
  expect(guest).toBe(false);
  expect(identities.map(({ subject }) => subject)).toEqual([ana.did]);
});

test('whoever comes again is the one who came before', async () => {
  const accounts = [await signIn(), await signIn()].map(
    (swapped) => 'session' in swapped && swapped.session.account.id,
  );
  expect(accounts[0]).toBe(accounts[1]);
});

test('whoever says no at the PDS comes back with that, and without a session', async () => {
  const { ended } = await visit({ deny: true });
  expect(Object.fromEntries(ended)).toEqual({ fault: 'sign_in_cancelled' });
});

test('Bluesky is among the networks that the server names', async () => {
  const about = await fetch(`${server.url}/v1/about`);
  expect(await about.json()).toMatchObject({ networks: expect.arrayContaining(['bluesky']) });
});

async function signIn(): Promise<Swapped> {
  const { ended, verifier } = await visit();
  return post<Swapped>('/v1/auth/session', { code: ended.get('code'), verifier });
}

/** From our server to the PDS and back, in a browser; answers what the fragment says in the end. */
async function visit(answer?: { deny: boolean }): Promise<{ ended: URLSearchParams; verifier: string }> {
  const { challenge, verifier } = pkce();
  const back = `${server.url}/moderation`;
  const { url } = await post<Flow>('/v1/auth/flows', {
    network: 'bluesky',
    who: '@ana.test',
    challenge,
    back,
  });
  const context = await plain.browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url);
  await consentOn(page, ana, answer);
  const end = await until('the browser to be back', async () => page.url().startsWith(back) && page.url());
  await context.close();
  return { ended: new URLSearchParams(new URL(end).hash.slice(1)), verifier };
}

async function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
