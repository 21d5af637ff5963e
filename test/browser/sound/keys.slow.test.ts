import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, find, untilShown, untilText } from '../../support/accessible.ts';
import { launchPlain, launchProfile, type PlainBrowser, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { hostAloud, LEAVE, turnMicrophone } from '../../support/perch.ts';
import { pressShortcut } from '../../support/shortcut.ts';
import type { Ear } from '../../support/sound.ts';
import { listenOnPage } from '../../support/space-page.ts';

const TITLE = 'Keys';

let house: House;
let me: Profile;
let plain: PlainBrowser;
let page: Page;
let popup: Page;
let ear: Ear;

beforeAll(async () => {
  house = await openHouse();
  [me, plain] = await Promise.all([launchProfile({ sound: 'voice' }), launchPlain()]);
  page = await me.open(house.timeline);
  popup = await hostAloud(me, page, TITLE, 'Mia');
  const { url } = house.server;
  ({ ear } = await listenOnPage(plain.browser, `${url}/s/${await house.onlySpace()}`));
});
afterAll(async () => {
  await Promise.all([me?.close(), plain?.close()]);
  await house?.close();
});

describe('the shortcut of the microphone', () => {
  it('mutes and unmutes from any tab, without a popup', async () => {
    await me.closePopup();
    await page.bringToFront();
    await pressShortcut(me, 'toggle-mic');
    await ear.untilSilent();
    await pressShortcut(me, 'toggle-mic');
    await ear.untilHeard();
  });

  it('does so with a background that was stopped', async () => {
    await me.stopWorker(page);
    // Any page of ours wakes it.
    const options = await me.open(me.address('options.html'));
    await pressShortcut(me, 'toggle-mic');
    await ear.untilSilent();
    await options.close();
  });
});

describe('the key that is held to talk', () => {
  beforeAll(async () => {
    popup = await me.openPopup(page);
    await click(popup, { role: 'button', name: 'Sound' });
    await click(popup, { role: 'radio', name: 'Turns my microphone on' });
    await popup.keyboard.press('Escape');
    await untilText(popup, /Hold Space to talk/);
    await popup.focus('.player-title');
  });

  it('is heard while it is held, and no longer', async () => {
    expect(await ear.hears()).toBe(false);
    await popup.keyboard.down('Space');
    await ear.untilHeard();
    await untilText(popup, /You are heard while you hold Space/);
    await popup.keyboard.up('Space');
    await ear.untilSilent();
    await untilText(popup, /Hold Space to talk/);
  });

  it('does not press what a click has left focused', async () => {
    await click(popup, { role: 'button', name: 'Mute Space' });
    await untilShown(popup, { role: 'button', name: 'Unmute Space' });
    await popup.keyboard.down('Space');
    await ear.untilHeard();
    await popup.keyboard.up('Space');
    await ear.untilSilent();
    expect(await find(popup, { role: 'button', name: 'Unmute Space' })).not.toBeNull();
    await click(popup, { role: 'button', name: 'Unmute Space' });
  });

  it('leaves no microphone open behind a popup that is closed', async () => {
    await popup.focus('.player-title');
    await popup.keyboard.down('Space');
    await ear.untilHeard();
    await me.closePopup();
    await ear.untilSilent();
  });
});

describe('the shortcut that leaves', () => {
  it('leaves from any tab, and does nothing outside of a Space', async () => {
    popup = await me.openPopup(page);
    await turnMicrophone(popup, true);
    await ear.untilHeard();
    await me.closePopup();
    await page.bringToFront();
    await pressShortcut(me, 'leave');
    await ear.untilSilent();
    await pressShortcut(me, 'leave');
    await pressShortcut(me, 'toggle-mic');
    popup = await me.openPopup(page);
    await untilShown(popup, { role: 'button', name: 'Host a Space' });
    expect(await find(popup, LEAVE)).toBeNull();
    expect(await ear.hears()).toBe(false);
  });
});
