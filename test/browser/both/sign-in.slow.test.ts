import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { click, find, untilShown } from '../../support/accessible.ts';
import { BROWSERS } from '../../support/browsers.ts';
import { launchPerson } from '../../support/launch-person.ts';
import { consentIn, leadTo } from '../../support/networks/in-browser.ts';
import { type Mastodon, startMastodon } from '../../support/networks/mastodon.ts';
import { type Pages, startDemoPages } from '../../support/pages.ts';
import type { Person } from '../../support/person.ts';
import { tokensOf } from '../../support/secrets.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { goToMastodon, newsIn, openSignIn, signInWindow } from '../../support/sign-in-window.ts';
import { type ConnectProxy, openConnectProxy } from '../../support/sites/connect-proxy.ts';
import { openSites, type Sites } from '../../support/sites/serve.ts';

const HOST = 'mastodon.example';
const SIGN_IN = { role: 'button', name: 'Sign in' };
const ACCOUNT = { role: 'button', name: 'Account: Ana Ferreira' };

let sites: Sites;
let proxy: ConnectProxy;
let mastodon: Mastodon;
let server: TestServer;
let pages: Pages;

beforeAll(async () => {
  [sites, mastodon, pages] = await Promise.all([
    openSites(inject('sitesPath')),
    startMastodon({ host: HOST, people: [{ user: 'ana', name: 'Ana Ferreira' }] }),
    startDemoPages(),
  ]);
  leadTo(sites, mastodon);
  proxy = await openConnectProxy(sites.port, [HOST]);
  server = await startServer({
    port: inject('serverPort'),
    script: 'test/support/networks/run-server.ts',
    env: { PERCH_TEST_HOSTS: JSON.stringify(mastodon.hosts) },
  });
});
afterAll(async () => {
  await server?.stop();
  await Promise.all([proxy?.close(), mastodon?.stop(), pages?.close(), sites?.close()]);
});

describe.each(BROWSERS)('whoever signs in with Mastodon in %s', (browser) => {
  let person: Person;
  let page: Page;

  beforeAll(async () => {
    person = await launchPerson(browser, { flags: sites.flags, prefs: proxy.prefs });
    page = await person.open(pages.timeline);
  });
  afterAll(() => person?.close());

  it('reads one sentence when they close the window, and may try again', async () => {
    await goToMastodon(await openSignIn(person, page), HOST);
    await (await signInWindow(person, HOST)).close();
    const popup = await newsIn(person, page, /^You did not sign in/);
    await untilShown(popup, { role: 'button', name: 'Try again' });
  });

  it('is known by their name afterwards', async () => {
    await click(await newsIn(person, page, /^You did not sign in/), { role: 'button', name: 'Try again' });
    await consentIn(await signInWindow(person, HOST), { as: 'ana' });
    await newsIn(person, page, new RegExp(`^Signed in as @ana@${HOST.replace('.', '\\.')}`));
    await untilShown(await person.openPopup(page), ACCOUNT);
    expect(await tokensOf(person)).toHaveLength(1);
  });

  it('is nobody again once they sign out', async () => {
    const popup = await person.openPopup(page);
    await click(popup, ACCOUNT);
    await click(popup, { role: 'button', name: 'Sign out' });
    await untilShown(popup, { role: 'button', name: 'Continue' });
    const anew = await person.openPopup(page);
    await untilShown(anew, SIGN_IN);
    expect(await find(anew, ACCOUNT)).toBeNull();
    expect(await tokensOf(person)).toEqual([]);
  });
});
