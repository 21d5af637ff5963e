import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, fill, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { MICROPHONE, rowOf } from '../support/perch.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'A shy microphone';

let house: House;
let host: Profile;
let listener: Profile;
let hostPage: Page;
let permissions: CDPSession;
let tabs = 0;

beforeAll(async () => {
  house = await openHouse();
  [host, listener] = await Promise.all([launchProfile({ microphone: 'ask' }), launchProfile()]);
  hostPage = await host.open(house.timeline);
  host.browser.on('targetcreated', (target) => {
    if (target.url().startsWith(host.address('microphone.html'))) tabs += 1;
  });
  permissions = await host.browser.target().createCDPSession();
  await allow('denied');
});
afterAll(async () => {
  await Promise.all([host?.close(), listener?.close()]);
  await house?.close();
});

const allow = (setting: 'granted' | 'denied') =>
  permissions.send('Browser.setPermission', { permission: { name: 'microphone' }, setting });

it('says in its check what blocks the microphone and how to undo that, and goes on once it is undone', async () => {
  const check = await host.open(host.address('microphone.html?check'));
  await untilText(check, /The browser is blocking the microphone/);
  await untilText(check, /switch Microphone on/);
  await untilShown(check, { role: 'button', name: 'Try again' });
  await allow('granted');
  await untilShown(check, { role: 'meter', name: 'How loud you are' });
  await allow('denied');
  await check.close();
});

it('asks once in a tab of our own, says what to do when refused, and is heard once granted', async () => {
  const popup = await host.openPopup(hostPage);
  await click(popup, { role: 'button', name: 'Host a Space' });
  await fill(popup, { role: 'textbox', name: 'Name your Space' }, TITLE);
  await click(popup, { role: 'button', name: 'Start your Space' });

  const target = await until('the microphone tab', async () => host.target('microphone.html'));
  const tab = await target.asPage();
  await untilText(tab, /The browser is blocking the microphone/);
  const refused = await host.openPopup(hostPage);
  await untilShown(refused, { role: 'button', name: 'Open the tab' });

  await allow('granted');
  await until('the microphone tab to be gone', async () => !host.target('microphone.html'));

  const page = await listener.open(house.timeline);
  const listening = await listener.openPopup(page);
  await click(listening, rowOf(TITLE));
  const unmuting = await host.openPopup(hostPage);
  await click(unmuting, MICROPHONE);
  await new Ear(await listener.mediaHost()).untilHeard();
  expect(tabs).toBe(1);
});
