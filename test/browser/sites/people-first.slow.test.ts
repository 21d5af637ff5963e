import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashOfKey, identityKey } from '#shared/schema/identity.ts';
import { BAR_AS_IT_COMES } from '#shared/schema/view.ts';
import {
  click,
  fill,
  find,
  itemsOf,
  middleOf,
  untilGone,
  untilShown,
  untilUsable,
} from '../../support/accessible.ts';
import { keepInExtension } from '../../support/extension-storage.ts';
import { cardOf, joinFromBar, LEAVE, MICROPHONE } from '../../support/perch.ts';
import { visit } from '../../support/site-visit.ts';
import { APP_VIEW_HOST, type AppView, openAppView } from '../../support/sites/app-view.ts';
import { ANA, DANA, READER, skyHandle } from '../../support/sites/content.ts';
import { SITES } from '../../support/sites/hosts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { startSpeaker } from '../../support/speaker.ts';
import { openTimelines, TITLE, type Timelines } from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

const BIG = 'A Space that began later';
const hers = (reason: string) => ({ role: 'button', name: `${TITLE}, ${ANA.name}, ${reason}` });
const NAME_FIELD = { role: 'textbox', name: 'Bluesky handle or full Mastodon name' };
const REMOVE = { role: 'button', name: `Remove @${skyHandle(READER)}` };

let appView: AppView;
let timelines: Timelines;
let page: Page;

beforeAll(async () => {
  appView = await openAppView();
  timelines = await openTimelines((sites) => sites.lead(APP_VIEW_HOST, appView.url));
  await startSpeaker(timelines.house.server.url, BIG, 'Jo');
});
afterAll(async () => {
  await timelines?.close();
  await appView?.close();
});

/** Adds the reader's own name in the options, as somebody who does not sign in. */
async function addReader(): Promise<void> {
  const options = await timelines.profile.open(timelines.profile.address('options.html'));
  await fill(options, NAME_FIELD, skyHandle(READER));
  await click(options, { role: 'button', name: 'Add' });
  await untilShown(options, REMOVE);
  await options.close();
}

async function removeReader(): Promise<void> {
  const options = await timelines.profile.open(timelines.profile.address('options.html'));
  await click(options, REMOVE);
  await untilGone(options, REMOVE);
  await options.close();
}

/** Whether Ana's card stands before the other one in the bar. */
async function isHersFirst(): Promise<boolean> {
  const [one, two] = await Promise.all([find(page, cardOf(TITLE)), find(page, cardOf(BIG))]);
  if (!one || !two) return false;
  return (await middleOf(page, one)).x < (await middleOf(page, two)).x;
}

const firstInPopup = async () => {
  const popup = await timelines.profile.openPopup(page);
  const items = await until('the list', async () => {
    const all = await itemsOf(popup, 'Live Spaces');
    return all && all.length > 1 ? all : null;
  });
  await timelines.profile.closePopup();
  return items[0]!;
};

describe('your people first', () => {
  beforeEach(async () => {
    ({ page } = await visit(timelines.profile, SITES.x));
    await untilShown(page, cardOf(BIG));
  });
  afterEach(() => page.close());

  it('puts a Space first on whose stage somebody of the open timeline is, on that page alone', async () => {
    await untilShown(page, hers('from your timeline, is speaking'));
    await until('her card to be first', isHersFirst);
    expect(await firstInPopup()).toContain(BIG);
    const { page: quiet } = await visit(timelines.profile, { home: timelines.house.timeline });
    await untilShown(quiet, cardOf(BIG));
    expect(await find(quiet, hers('from your timeline, is speaking'))).toBeNull();
    await quiet.close();
  });

  it('puts a Space first that somebody followed hosts, with the reason, in the bar and the popup', async () => {
    appView.follow([DANA, ANA]);
    await addReader();
    await untilShown(page, hers('whom you follow, hosts'));
    await until('her card to be first', isHersFirst);
    expect(await firstInPopup()).toContain(`${ANA.name}, whom you follow, hosts`);
    await removeReader();
    await untilShown(page, hers('from your timeline, is speaking'));
  });

  it('moves no card while the focus is in the bar, and does once it left', async () => {
    const { profile, house } = timelines;
    appView.follow([ANA]);
    // A timeline where Ana has no post, so that nothing else puts her Space first.
    await page.goto(house.timeline);
    await untilShown(page, cardOf(TITLE));
    expect(await isHersFirst()).toBe(false);
    await click(page, cardOf(BIG));
    await untilShown(page, { role: 'dialog', name: BIG });
    await addReader();
    await page.bringToFront();
    await untilShown(page, hers('whom you follow, hosts'));
    expect(await isHersFirst()).toBe(false);
    await page.keyboard.press('Escape');
    await page.mouse.click(2, 700);
    // What is told next puts it in order.
    await keepInExtension(profile, 'bar', { ...BAR_AS_IT_COMES, offOn: ['elsewhere.example'] });
    await page.bringToFront();
    await until('her card to be first', isHersFirst);
    await removeReader();
  });
});

describe('a live status', () => {
  let quiet: TestServer;
  const keep = (home: string, others: string[]) =>
    keepInExtension(timelines.profile, 'servers', others).then(() =>
      keepInExtension(timelines.profile, 'serverUrl', home),
    );
  beforeAll(async () => {
    quiet = await startServer();
  });
  afterAll(async () => {
    await quiet?.stop();
  });

  it('of somebody followed shows the Space of another server that the person knows, where it is heard', async () => {
    const { profile, link } = timelines;
    const { origin } = new URL(link);
    appView.follow([ANA], { [ANA.user]: link });
    await keep(quiet.url, []);
    await addReader();
    ({ page } = await visit(profile, SITES.phanpy));
    await until('the status to be known', async () =>
      appView.asked.some((path) => path.includes('getFollows')),
    );
    expect(await find(page, cardOf(TITLE))).toBeNull();
    await keep(quiet.url, [origin]);
    await page.bringToFront();
    await untilShown(page, hers('whom you follow, hosts'), 30_000);
    expect(await find(page, cardOf(BIG))).toBeNull();
    await joinFromBar(profile, page, TITLE);
    await untilShown(page, LEAVE);
    await click(page, LEAVE);
    await removeReader();
    await page.close();
    await keep(origin, []);
  });
});

describe('what our server is told of follows', () => {
  let worker: CDPSession;
  const toServer: { url: string; method: string; text: string }[] = [];
  const elsewhere = new Set<string>();

  beforeAll(async () => {
    const { profile } = timelines;
    const options = await profile.open(profile.address('options.html'));
    worker = await (await until('the worker', async () => profile.worker())).createCDPSession();
    worker.on('Network.requestWillBeSent', ({ request }) => {
      const { hostname, origin } = new URL(request.url);
      // The extension's own files, such as its words.
      if (origin === new URL(profile.address('')).origin) return;
      const text = request.url + JSON.stringify(request.headers) + (request.postData ?? '');
      if (hostname === 'localhost' || hostname === '127.0.0.1') {
        toServer.push({ url: request.url, method: request.method, text });
      } else elsewhere.add(hostname);
    });
    worker.on('Network.webSocketFrameSent', ({ response }) =>
      toServer.push({ url: 'socket', method: 'SEND', text: response.payloadData }),
    );
    await worker.send('Network.enable');
    await options.close();
  });

  /** All forms in which somebody could be told of. */
  async function secretsOf(people: readonly (typeof ANA)[]): Promise<string[]> {
    const keys = people.flatMap((one) => [identityKey('at', one.did), identityKey('at', skyHandle(one))]);
    const names = people.flatMap((one) => [one.did, skyHandle(one)]);
    return [...names, ...(await Promise.all(keys.map(hashOfKey)))];
  }

  it('is nothing, until a host chooses that people they follow may speak: then salted hashes alone', async () => {
    const { profile } = timelines;
    appView.follow([ANA, DANA]);
    await addReader();
    ({ page } = await visit(profile, SITES.phanpy));
    await untilShown(page, hers('whom you follow, hosts'));
    const secrets = await secretsOf([ANA, DANA, READER]);
    const told = () => toServer.map(({ text }) => text).join('\n');
    expect(secrets.filter((secret) => told().includes(secret))).toEqual([]);
    expect(toServer.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect([...elsewhere]).toEqual([APP_VIEW_HOST]);
    expect(appView.asked.join()).not.toContain(ANA.did);

    const popup = await profile.openPopup(page);
    await click(popup, { role: 'button', name: 'Host a Space' });
    await fill(popup, { role: 'textbox', name: 'Name your Space' }, 'Only my people');
    await click(popup, { role: 'radio', name: 'People I follow' });
    await untilUsable(popup, { role: 'button', name: 'Start your Space' });
    await click(popup, { role: 'button', name: 'Start your Space' });
    await untilShown(popup, MICROPHONE);
    const upload = await until('the upload', async () => toServer.find(({ method }) => method === 'PUT'));
    expect(upload.url).toMatch(/\/v1\/spaces\/[0-9A-Z]{26}\/followed$/);
    const { salt, hashes } = JSON.parse(upload.text.slice(upload.text.lastIndexOf('{'))) as Record<
      string,
      string
    >;
    const expected = await Promise.all(
      [ANA, DANA].map(({ did }) => hashOfKey(salt + identityKey('at', did))),
    );
    expect(hashes!.match(/.{8}/g)).toEqual(expected.toSorted());
    expect(secrets.filter((secret) => told().includes(secret))).toEqual([]);
    await click(popup, { role: 'button', name: 'End Space' });
    await click(popup, { role: 'button', name: 'End for everyone' });
    await page.close();
    await removeReader();
  });
});
