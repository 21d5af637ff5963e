import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, find, untilGone, untilShown, untilText } from '../../support/accessible.ts';
import { launchPlain, launchProfile, type PlainBrowser, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { GAP_MS, SILENT_WITHIN_MS } from '../../support/patience.ts';
import { hostAloud, isMicrophoneOn, LEAVE, MICROPHONE, PLAYER, turnMicrophone } from '../../support/perch.ts';
import { listenOnPage, openSpacePage, START } from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

const BACK_WITHIN_MS = 45_000;
const OUTAGE_MS = 6_000;

let house: House;
let reader: PlainBrowser;
let host: Profile;
let spaceId: string;
let address: string;

beforeAll(async () => {
  house = await openHouse();
  [reader, host] = await Promise.all([launchPlain(), launchProfile({ sound: 'voice' })]);
  await hostAloud(host, await host.open(house.timeline), 'Small webs', 'Ana Ferreira');
  spaceId = await house.onlySpace();
  address = `${house.server.url}/s/${spaceId}`;
});
afterAll(async () => {
  await Promise.all([reader?.close(), host?.close()]);
  await house?.close();
});

describe('the page of a Space, in a browser without Perch', () => {
  it('is silent until one tap, then heard, and silent at once after Leave, with nothing to complain about', async () => {
    const { page, ear, complaints } = await openSpacePage(reader.browser, address);
    await untilShown(page, START);
    await untilText(page, /^Ana Ferreira hosts$/);
    expect(await ear.hears()).toBe(false);
    await click(page, START);
    await ear.untilHeard();
    await untilShown(page, PLAYER);
    await until('the listener to be counted', async () => (await house.space(spaceId)).listeners === 1);
    expect(await ear.soundAfter(() => click(page, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
    await untilShown(page, START);
    await until('nobody to be counted', async () => (await house.space(spaceId)).listeners === 0);
    expect(complaints).toEqual({ errors: [], strangers: [] });
    await page.close();
  });

  it('shows who listens before one has joined, as it changes', async () => {
    const { page } = await openSpacePage(reader.browser, address);
    await untilShown(page, START);
    const other = await listenOnPage(reader.browser, address);
    await page.bringToFront();
    await untilText(page, /^1 listening$/);
    await other.page.close();
    await page.close();
  });

  it('keeps the volume, and who one is, from one visit to the next', async () => {
    const first = await listenOnPage(reader.browser, address);
    const slider = await first.page.waitForSelector('aria/Space volume');
    await slider!.focus();
    await first.page.keyboard.press('Home');
    await first.ear.untilSilent();
    await first.page.reload();
    await click(first.page, START);
    await untilShown(first.page, PLAYER);
    const kept = await first.page.waitForSelector('aria/Space volume');
    expect(await kept!.evaluate((element) => (element as HTMLInputElement).value)).toBe('0');
    await kept!.focus();
    await first.page.keyboard.press('End');
    await first.ear.untilHeard();
    await until('one listener, not two', async () => (await house.space(spaceId)).listeners === 1);
    await first.page.close();
  });

  it('speaks the language of the browser', async () => {
    const { page } = await openSpacePage(reader.browser, address, {
      session: (fresh) => fresh.setExtraHTTPHeaders({ 'accept-language': 'fr-CH, fr;q=0.9' }),
    });
    await untilShown(page, { role: 'button', name: 'Écouter' });
    await page.close();
  });
});

/** The host comes back muted, because nobody opens another person's microphone. */
async function hostSpeaksAgain(): Promise<void> {
  const popup = await until(
    'the host to be back',
    async () => {
      const shown = await host.openPopup(await host.open('about:blank'));
      return (await find(shown, MICROPHONE)) && shown;
    },
    BACK_WITHIN_MS,
  );
  if (!(await isMicrophoneOn(popup))) await turnMicrophone(popup, true);
}

describe('on bad days', () => {
  it('hears on without a gap while the server is gone, says so, and follows again once it is back', async () => {
    const { page, ear } = await listenOnPage(reader.browser, address);
    const watch = await ear.watch();
    await house.server.kill();
    await untilText(page, /^The server does not answer/);
    expect(await ear.longestGap(OUTAGE_MS)).toBeLessThan(GAP_MS);
    await house.server.restart();
    await until('the page to follow again', async () => (await page.$('.cut-off')) === null, BACK_WITHIN_MS);
    expect(await watch.stop()).toBeLessThan(GAP_MS);
    await click(page, LEAVE);
    await untilShown(page, START);
    await page.close();
  });

  it('offers the way in again by itself once the server is back', async () => {
    const { page, ear } = await openSpacePage(reader.browser, address);
    await untilShown(page, START);
    await house.server.kill();
    await untilText(page, /^The server does not answer$/);
    await untilGone(page, START);
    await house.server.restart();
    await untilShown(page, START, BACK_WITHIN_MS);
    await click(page, START);
    await ear.untilHeard(BACK_WITHIN_MS);
    await page.close();
  });

  it('fetches what plays the sound once more where it did not come at first', async () => {
    let isCut = true;
    const { page, ear } = await openSpacePage(reader.browser, address, {
      async session(fresh) {
        await fresh.setRequestInterception(true);
        fresh.on('request', (request) => {
          if (isCut && request.url().includes('room-audio')) void request.abort();
          else void request.continue();
        });
      },
    });
    await click(page, START);
    await untilText(page, /^The server does not answer$/);
    isCut = false;
    await click(page, { role: 'button', name: 'Try again' });
    await ear.untilHeard();
    await page.close();
  });

  it('comes back by itself after LiveKit was killed', async () => {
    const { page, ear } = await listenOnPage(reader.browser, address);
    await house.server.killLivekit();
    await ear.untilSilent();
    await hostSpeaksAgain();
    await ear.untilHeard(BACK_WITHIN_MS);
    expect(await find(page, PLAYER)).not.toBeNull();
    await page.close();
  });

  it('says how long to wait when one is too fast', async () => {
    await house.server.kill();
    await house.server.restart({ PERCH_TEST_LIMITS: JSON.stringify({ joinsPerMinute: 0 }) });
    const { page } = await openSpacePage(reader.browser, address);
    await click(page, START);
    await untilText(page, /^That was a little too fast$/);
    await untilText(page, /^Wait \d+ seconds?, then try again\.$/);
    await page.close();
  });
});
