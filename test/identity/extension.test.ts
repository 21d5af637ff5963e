import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { click, fill, find, itemsOf, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchPlain, launchProfile, type Profile } from '../support/chromium.ts';
import { consentIn, leadTo } from '../support/networks/in-browser.ts';
import { type Mastodon, startMastodon } from '../support/networks/mastodon.ts';
import { type Pages, startDemoPages } from '../support/pages.ts';
import { LEAVE, rowOf } from '../support/perch.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { goToMastodon, newsIn, openSignIn, signInWindow } from '../support/sign-in-window.ts';
import { openSites, type Sites } from '../support/sites/serve.ts';
import { until } from '../support/until.ts';

interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
}

const HERE = 'mastodon.example';
const THERE = 'wren.example';
const TITLE = 'Small webs, long walks';
const PEOPLE = [
  { user: 'ana', name: 'Ana Ferreira' },
  { user: 'anatol', name: 'Anatol' },
];

let sites: Sites;
let here: Mastodon;
let there: Mastodon;
let server: TestServer;
let pages: Pages;
let ana: Profile;
let page: Page;
let spaceId: string;

beforeAll(async () => {
  sites = await openSites(inject('sitesPath'));
  [here, there] = await Promise.all([
    startMastodon({ host: HERE, people: PEOPLE }),
    startMastodon({ host: THERE, people: PEOPLE }),
  ]);
  leadTo(sites, here, there);
  server = await startServer({
    port: inject('serverPort'),
    script: 'test/support/networks/run-server.ts',
    env: { PERCH_TEST_HOSTS: JSON.stringify({ ...here.hosts, ...there.hosts }), GUESTS: 'listen' },
  });
  pages = await startDemoPages();
  ana = await launchProfile({ flags: sites.flags });
  page = await ana.open(pages.timeline);
});
afterAll(async () => {
  await ana?.close();
  await pages?.close();
  await server?.stop();
  await Promise.all([here?.stop(), there?.stop(), sites?.close()]);
});

/** Through the window to the end. */
async function consentAt(
  profile: Profile,
  host: string,
  whom: Parameters<typeof consentIn>[1],
): Promise<void> {
  await consentIn(await signInWindow(profile, host), whom);
}

const accountButton = { role: 'button', name: 'Account: Ana Ferreira' };

async function openAccount(profile: Profile, at: Page): Promise<Page> {
  const popup = await profile.openPopup(at);
  await click(popup, accountButton);
  await untilShown(popup, { role: 'heading', name: 'Your accounts' });
  return popup;
}

describe('signing in with the extension', () => {
  it('leads a guest who wants to host to where they sign in', async () => {
    const first = await ana.openPopup(page);
    await untilShown(first, { role: 'button', name: 'Host a Space' });
    await until('the server’s word on guests', () =>
      first.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: { storage: { session: StorageArea } } };
        return 'about' in (await chrome.storage.session.get('about'));
      }),
    );
    const popup = await ana.openPopup(page);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await untilShown(popup, { role: 'textbox', name: 'Your Mastodon server' });
  });

  it('says that the person said no, and tries the same again', async () => {
    const popup = await openSignIn(ana, page);
    await goToMastodon(popup, HERE);
    await consentAt(ana, HERE, { as: 'ana', deny: true });
    const again = await newsIn(ana, page, /^You did not sign in/);
    await click(again, { role: 'button', name: 'Try again' });
    await (await signInWindow(ana, HERE)).close();
    await newsIn(ana, page, /^You did not sign in/);
  });

  it('says plainly when the server goes down meanwhile, and works once it is back', async () => {
    const popup = await ana.openPopup(page);
    await goToMastodon(popup, HERE);
    const window = await signInWindow(ana, HERE);
    await server.kill();
    await consentIn(window, { as: 'ana' });
    const failed = await newsIn(ana, page, /does not answer|was over|is over/);
    await server.restart();
    await untilShown(failed, { role: 'button', name: 'Try again' });
  });

  it('knows who the person is, and goes on to what they wanted', async () => {
    const popup = await ana.openPopup(page);
    await goToMastodon(popup, HERE);
    await consentAt(ana, HERE, { as: 'ana' });
    const done = await newsIn(ana, page, /^Signed in as|is now yours here too$/);
    await click(done, { role: 'button', name: /^(?:Go on|Host a Space)$/ });
    const again = await ana.openPopup(page);
    await untilShown(again, accountButton);
    await click(again, { role: 'button', name: 'Host a Space' });
    await untilShown(again, { role: 'textbox', name: 'Your name' });
  });

  it('gives the token back to the network at once', async () => {
    await until('the token to be revoked', async () => here.tokens.every(({ isRevoked }) => isRevoked));
    expect(here.tokens.length).toBeGreaterThan(0);
  });

  it('hosts under that name', async () => {
    const popup = await ana.openPopup(page);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await fill(popup, { role: 'textbox', name: 'Name your Space' }, TITLE);
    await click(popup, { role: 'button', name: 'Start your Space' });
    await untilShown(popup, LEAVE);
    const live = await until('the Space to be listed', async () => {
      const { spaces } = (await (await fetch(`${server.url}/v1/live`)).json()) as {
        spaces: { id: string; stage: { name: string }[] }[];
      };
      return spaces[0];
    });
    expect(live.stage[0]?.name).toBe('Ana Ferreira');
    spaceId = live.id;
  });

  it('lets somebody sign in on the page of that Space, and brings them back to it', async () => {
    const plain = await launchPlain({ flags: sites.flags });
    try {
      const address = `${server.url}/s/${spaceId}`;
      const visit = await plain.browser.newPage();
      await visit.goto(address);
      await click(visit, { role: 'button', name: 'Sign in' });
      await goToMastodon(visit, HERE);
      await consentIn(visit, { as: 'anatol' });
      await untilText(visit, /^Signed in as/);
      expect(visit.url()).toBe(address);
      await click(visit, { role: 'button', name: 'Go on' });
      await untilShown(visit, { role: 'button', name: 'Account: Anatol' });
      await visit.reload();
      await untilShown(visit, { role: 'button', name: 'Account: Anatol' });
      await visit.goto(`${address}/player`);
      await untilShown(visit, { role: 'button', name: 'Start listening' });
      expect(await find(visit, { role: 'button', name: /^(?:Sign in|Account)/ })).toBeNull();
    } finally {
      await plain.close();
    }
  });

  it('ends the Space again', async () => {
    const popup = await ana.openPopup(page);
    await click(popup, { role: 'button', name: 'End Space' });
    await click(popup, { role: 'button', name: 'End for everyone' });
    await untilGone(popup, LEAVE);
  });
});

describe('the account', () => {
  const list = 'Your accounts';

  it('takes a second network account', async () => {
    const popup = await openAccount(ana, page);
    await click(popup, { role: 'button', name: 'Add another account' });
    await goToMastodon(popup, THERE);
    await consentAt(ana, THERE, { as: 'anatol' });
    const linked = await newsIn(ana, page, /is now yours here too$/);
    await until('both accounts', async () => (await itemsOf(linked, list))?.length === 2);
    expect(await itemsOf(linked, list)).toEqual([
      expect.stringContaining(`@ana@${HERE}`),
      expect.stringContaining(`@anatol@${THERE}`),
    ]);
  });

  it('forgets one of them when asked to', async () => {
    const popup = await openAccount(ana, page);
    await click(popup, { role: 'button', name: /^Options for .*anatol/ });
    await click(popup, { role: 'menuitem', name: 'Remove' });
    await click(popup, { role: 'button', name: 'Remove', inside: { role: 'alertdialog', text: /anatol/ } });
    await until('one account', async () => (await itemsOf(popup, list))?.length === 1);
  });

  it('is signed out here by another device, and the person is told, not made a guest', async () => {
    const popup = await ana.openPopup(page);
    await untilShown(popup, accountButton);
    const other = await launchProfile({ flags: sites.flags });
    try {
      const there_ = await other.open(pages.timeline);
      await goToMastodon(await openSignIn(other, there_), HERE);
      await consentAt(other, HERE, { as: 'ana' });
      await newsIn(other, there_, /^Signed in as/);
      const settings = await other.open(other.address('options.html'));
      await until('both devices', async () => (await itemsOf(settings, 'Your devices'))?.length === 2);
      await click(settings, { role: 'button', name: /^Sign out \S+ on / });
      await until('this device alone', async () => (await itemsOf(settings, 'Your devices'))?.length === 1);
    } finally {
      await other.close();
    }
    // The popup that stood open all the while knows it without a click.
    await click(popup, { role: 'button', name: 'Sign in' });
    await untilText(popup, /^You are signed out here$/);
    await untilShown(popup, { role: 'textbox', name: 'Your Mastodon server' });
    await click(popup, { role: 'button', name: 'Go on as a guest' });
    await untilShown(popup, { role: 'button', name: 'Sign in' });
    expect(await find(popup, rowOf(TITLE))).toBeNull();
  });
});
