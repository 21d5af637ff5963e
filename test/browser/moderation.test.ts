import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, fill, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';
import { Guest } from '../../server/demo/client.ts';
import { showIdentity } from '../support/identities.ts';
import { requestToSpeak, untilOnStage } from '../support/on-stage.ts';
import { SILENT_WITHIN_MS } from '../support/patience.ts';
import { PLAYER, turnMicrophone } from '../support/perch.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  type HostedSpace,
  listenForComplaints,
  openSpacePage,
  START,
  startSpace,
} from '../support/space-page.ts';
import { until } from '../support/until.ts';

const OPERATOR = '@olu@perch.example';
const OTHER_OPERATOR = '@ops@perch.example';
const WIDE = { width: 1000, height: 860 };

let server: TestServer;
let [operator, talker, listener]: (PlainBrowser | undefined)[] = [];
let space: HostedSpace;
let address: string;

beforeAll(async () => {
  server = await startServer({ env: { OPERATORS: `${OPERATOR}, ${OTHER_OPERATOR}` } });
  [operator, talker, listener] = await Promise.all([
    launchPlain(),
    launchPlain({ microphone: 'prompted', sound: 'voice' }),
    launchPlain(),
  ]);
  space = await startSpace(server.url, 'Small webs, long walks');
  address = `${server.url}/s/${space.spaceId}`;
});
afterAll(async () => {
  await Promise.all([operator?.close(), talker?.close(), listener?.close()]);
  await server?.stop();
});

/** Opens the page of operators in a browser where somebody has signed in before. */
async function openModeration(name: string, handle?: string) {
  const { token } = await Guest.arrive(server.url, name);
  if (handle) showIdentity(server, token, { network: 'mastodon', handle, keys: [`ap:${handle.slice(1)}`] });
  const page = await operator!.browser.newPage();
  await page.setViewport(WIDE);
  const session = JSON.stringify({ token, account: { id: name, name, guest: false } });
  await page.evaluateOnNewDocument(
    (key, kept) => localStorage.setItem(key, kept),
    `perch:1:session:${server.url}`,
    session,
  );
  const complaints = listenForComplaints(page, server.url);
  await page.goto(`${server.url}/moderation`);
  return { page, complaints };
}

async function join(browser: PlainBrowser) {
  const opened = await openSpacePage(browser.browser, address);
  await click(opened.page, START);
  await untilShown(opened.page, PLAYER);
  return opened;
}

/** Brings the one who asks on stage, with the microphone on; answers their participant. */
async function bringUp(page: Page): Promise<string> {
  await page.bringToFront();
  await requestToSpeak(page, 'the solar mesh in Porto?');
  const stage = () => space.host.stage(space.spaceId);
  const asking = await until('somebody to ask', async () => (await stage()).queue?.requests[0]);
  await space.host.act(space.spaceId, 'approve', asking.pid);
  await untilOnStage(page);
  await turnMicrophone(page, true);
  return asking.pid;
}

async function report(pid: string): Promise<void> {
  const { token } = await Guest.arrive(server.url, 'Cem');
  const response = await fetch(`${server.url}/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ spaceId: space.spaceId, pid, reason: 'harassment', text: 'Shouts at everybody' }),
  });
  expect(response.status).toBe(204);
}

it('lets an operator suspend somebody who is heard: silent at once, out, and not back by joining again', async () => {
  const [speaking, listening] = [await join(talker!), await join(listener!)];
  await report(await bringUp(speaking.page));
  await listening.ear.untilHeard();
  const { page, complaints } = await openModeration('Olu', OPERATOR);
  await untilText(page, /Shouts at everybody/);
  await click(page, { role: 'button', name: 'Suspend…' });
  await click(page, { role: 'radio', name: 'One week' });
  await fill(page, { role: 'textbox', name: 'Why' }, 'Seen it too');
  const silence = listening.ear.soundAfter(() => click(page, { role: 'button', name: 'Suspend' }));
  expect(await silence).toBeLessThan(SILENT_WITHIN_MS);
  await untilText(page, /^Suspended until /);
  await untilText(speaking.page, /^This account is suspended$/);
  await untilGone(speaking.page, PLAYER);
  await speaking.page.reload();
  await click(speaking.page, START);
  await untilText(speaking.page, /^This account is suspended$/);
  expect(await find(speaking.page, PLAYER)).toBeNull();

  await click(page, { role: 'link', name: 'Audit trail' });
  await untilText(page, /^@olu@perch\.example suspended .+ until /);
  await untilText(page, /^Seen it too$/);
  await click(page, { role: 'link', name: 'Reports' });
  await click(page, { role: 'button', name: 'Let in again' });
  await untilShown(page, { role: 'button', name: 'Suspend…' });
  await speaking.page.bringToFront();
  await click(speaking.page, { role: 'button', name: 'Try again' });
  await untilShown(speaking.page, PLAYER);
  await listening.page.bringToFront();

  await page.bringToFront();
  await click(page, { role: 'button', name: 'End the Space…' });
  await click(page, { role: 'button', name: 'End the Space' });
  await untilText(listening.page, /^Those who run the server ended it\.$/);
  await untilText(page, /^over$/);
  await click(page, { role: 'button', name: 'Put away' });
  await untilText(page, /^Nothing is waiting for you$/);
  expect(complaints).toEqual({ errors: [], strangers: [] });
});

/** Goes on with the Tab key until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  await until(`the focus on "${name}"`, async () => {
    await page.keyboard.press('Tab');
    return page.evaluate((wanted) => {
      const focused = document.activeElement;
      const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : null;
      return (label ?? focused?.getAttribute('aria-label') ?? focused?.textContent) === wanted;
    }, name);
  });
}

it('is worked by the keyboard alone: a rule for a domain, kept over a visit, and taken back', async () => {
  const { page, complaints } = await openModeration('Ops', OTHER_OPERATOR);
  await untilShown(page, { role: 'heading', name: 'Reports' });
  await tabTo(page, 'Domains');
  await page.keyboard.press('Enter');
  await untilShown(page, { role: 'heading', name: 'Domains' });
  await tabTo(page, 'Domain');
  await page.keyboard.type('https://finch.example/about');
  await page.keyboard.press('Enter');
  await untilText(page, /^finch\.example$/);
  await page.reload();
  await untilText(page, /^finch\.example$/);
  await tabTo(page, 'Take back the rule for finch.example');
  await page.keyboard.press('Enter');
  await untilText(page, /^Every domain may come$/);
  expect(complaints).toEqual({ errors: [], strangers: [] });
  await page.close();
});

it('shows somebody who is no operator one sentence, and the way in to somebody unknown', async () => {
  const { page } = await openModeration('Bea', '@bea@walks.social');
  await untilText(page, /^Bea is not an operator of this server$/);
  await click(page, { role: 'button', name: 'Sign in with another account' });
  await untilShown(page, { role: 'textbox', name: 'Your Mastodon server' });
  await page.close();
});
