import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { joinFromPopup, leaveEverything } from '../support/perch.ts';
import { startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Small webs, long walks';
const switchOf = (name: string) => ({ role: 'switch', name });
const ALWAYS = switchOf('Show the bar also when nothing is live');

let house: House;
let profile: Profile;
let folder: string;

const openOptions = (from: Profile, part = '') => from.open(from.address(`options.html${part}`));

async function isOn(page: Page, name: string): Promise<boolean> {
  const node = await untilShown(page, switchOf(name));
  return node.properties?.find((one) => one.name === 'checked')?.value.value === 'true';
}

async function turnOn(page: Page, name: string): Promise<void> {
  await click(page, switchOf(name));
  await until(`"${name}" to be on`, () => isOn(page, name));
}

/** Runs in a page of ours: whether the server names us to the others in the Space. */
async function isNamed(): Promise<boolean> {
  interface Storage {
    session: { get(key: string): Promise<{ stage?: { me: { shown: boolean } | null } }> };
  }
  const { storage } = Reflect.get(globalThis, 'chrome') as { storage: Storage };
  return (await storage.session.get('stage')).stage?.me?.shown ?? false;
}

/** Where the browser puts what it saves. */
async function saveInto(page: Page, path: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: path });
}

async function choose(page: Page, path: string): Promise<void> {
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

beforeAll(async () => {
  [house, profile, folder] = await Promise.all([
    openHouse(),
    launchProfile(),
    mkdtemp(join(tmpdir(), 'perch-files-')),
  ]);
});
afterAll(async () => {
  await profile?.close();
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the settings', () => {
  it('have parts that an address, the list and the keyboard lead to', async () => {
    const page = await openOptions(profile, '#privacy');
    const current = () => page.$$eval('.part-list [aria-current]', ([part]) => part?.textContent);
    await until('the part of the address', async () => (await current()) === 'Privacy');
    await page.focus('.part-list a[href="#files"]');
    await page.keyboard.press('Enter');
    await until('the part that was chosen', async () => (await current()) === 'Export and import');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.closest('.part')?.id);
    expect(await focused()).toBe('files');
    await page.close();
  });

  it('say everything in another language at once, in the popup too', async () => {
    const page = await openOptions(profile);
    const popup = await profile.open(profile.address('popup.html'));
    await untilShown(popup, { role: 'button', name: 'Host a Space' });
    await page.bringToFront();
    await page.select('#language select', 'fr');
    await untilShown(page, { role: 'heading', name: 'Confidentialité' });
    await popup.bringToFront();
    await untilGone(popup, { role: 'button', name: 'Host a Space' });
    await page.bringToFront();
    await page.select('#language select', 'en');
    await untilShown(page, { role: 'heading', name: 'Privacy' });
    await popup.close();
    await page.close();
  });

  it('list the shortcuts that the browser has', async () => {
    const page = await openOptions(profile, '#shortcuts');
    await untilText(page, /^Leave the Space$/);
    await untilText(page, /^Alt\+Shift\+L$/);
    await page.close();
  });
});

describe('privacy', () => {
  it('names the person in a Space once they want that, remembers the Space, and forgets it', async () => {
    const speaker = await startSpeaker(house.server.url, TITLE, 'Ana');
    const page = await openOptions(profile, '#privacy');
    await untilText(page, /^None yet\.$/);
    await turnOn(page, 'Show my name when I listen');
    const { popup } = await joinFromPopup(profile, await profile.open('about:blank'), TITLE);
    await until('the person to be named', () => popup.evaluate(isNamed));
    await profile.closePopup();
    await leaveEverything(profile);
    await page.bringToFront();
    const link = await untilShown(page, { role: 'link', name: TITLE });
    const address = link.properties?.find(({ name }) => name === 'url')?.value.value;
    expect(address).toMatch(/^http:\/\/localhost:\d+\/s\/[0-9A-Z]{26}$/);
    await untilText(page, /^Ana · localhost:\d+ · /);
    await click(page, { role: 'button', name: 'Clear the list' });
    await untilGone(page, { role: 'link', name: TITLE });
    await speaker.end();
    await page.close();
  });
});

describe('a settings file', () => {
  it('brings the settings into a fresh browser, after saying what will change', async () => {
    const page = await openOptions(profile, '#bar');
    await saveInto(page, folder);
    await turnOn(page, ALWAYS.name);
    await click(page, { role: 'button', name: 'Export settings' });
    await untilText(page, /^Saved as perch-settings-/);
    const name = await until('the file', async () =>
      (await readdir(folder)).find((file) => file.endsWith('.json')),
    );
    const path = join(folder, name);
    const text = await until('all of the file', async () => (await readFile(path, 'utf8')) || null);
    expect(text).not.toMatch(/token|session|secret|participant/i);
    await page.close();

    const other = await launchProfile();
    try {
      const fresh = await openOptions(other, '#files');
      expect(await isOn(fresh, ALWAYS.name)).toBe(false);
      await choose(fresh, path);
      await untilText(fresh, /^How the bar shows itself, and where$/);
      expect(await isOn(fresh, ALWAYS.name)).toBe(false);
      await click(fresh, { role: 'button', name: 'Import' });
      await untilText(fresh, /^Imported\.$/);
      await until('the bar’s setting', () => isOn(fresh, ALWAYS.name));
      expect(await isOn(fresh, 'Show my name when I listen')).toBe(true);
    } finally {
      await other.close();
    }
  });
});

describe('the welcome page', () => {
  it('leads through all its steps by keyboard, each of which can be skipped', async () => {
    const page = await profile.open(profile.address('welcome.html'));
    for (const title of [
      'Keep Perch in sight',
      'Pick your server',
      'Hear whether you hear',
      'Where you read',
    ]) {
      await untilShown(page, { role: 'heading', name: title });
      await page.focus('.step-ways button');
      await page.keyboard.press('Enter');
    }
    await untilShown(page, { role: 'button', name: 'See what is live' });
    expect(await find(page, { role: 'button', name: /^(?:Your server|Sound|Sites), done$/ })).toBeNull();
    await page.close();
  });

  it('checks the server, and plays a sound that can be heard', async () => {
    const page = await profile.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      // Hears along with the speakers.
      const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode;
      AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
        if (to === this.context.destination) {
          const ear = new AnalyserNode(this.context);
          connect.call(this, ear);
          const wave = new Float32Array(ear.fftSize);
          const listen = () => {
            ear.getFloatTimeDomainData(wave);
            const peak = Math.max(...wave.map(Math.abs));
            Reflect.set(
              globalThis,
              'loudest',
              Math.max(peak, Number(Reflect.get(globalThis, 'loudest') ?? 0)),
            );
            if (this.context.state !== 'closed') setTimeout(listen, 20);
          };
          listen();
        }
        return connect.call(this, to);
      } as never;
    });
    await page.goto(profile.address('welcome.html'));
    await click(page, { role: 'button', name: 'Your server' });
    await click(page, { role: 'button', name: 'Check and save' });
    await untilShown(page, { role: 'button', name: 'Your server, done' });
    await click(page, { role: 'button', name: 'Sound' });
    expect(await page.evaluate('globalThis.loudest ?? 0')).toBe(0);
    await click(page, { role: 'button', name: 'Play the sound' });
    await untilText(page, /^Did you hear it\?$/);
    expect(await page.evaluate('globalThis.loudest')).toBeGreaterThan(0.05);
    // The answer has the focus.
    await page.keyboard.press('Enter');
    await untilShown(page, { role: 'button', name: 'Sound, done' });
    await page.close();
  });
});
