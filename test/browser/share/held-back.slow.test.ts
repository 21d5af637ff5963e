import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, untilGone, untilShown } from '../../support/accessible.ts';
import { launchPlain, type PlainBrowser } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { PLAYER } from '../../support/perch.ts';
import { type HostedSpace, openSpacePage, START, startSpace } from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

const TURN_ON = { role: 'button', name: 'Turn the sound on' };

let house: House;
let reader: PlainBrowser;
let space: HostedSpace;

beforeAll(async () => {
  house = await openHouse();
  // As on many phones: each sound wants a tap that was a moment ago.
  reader = await launchPlain({ flags: ['--autoplay-policy=user-gesture-required'] });
  space = await startSpace(house.server.url, 'Small webs', { aloud: true });
});
afterAll(async () => {
  await reader?.close();
  await space?.end();
  await house?.close();
});

/** A join that takes so long that the browser has forgotten the tap. */
async function delayJoin(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  // Not by the page's own `evaluate`, which counts as a tap.
  const isForgotten = async () => {
    const expression = '!navigator.userActivation.isActive';
    return (await session.send('Runtime.evaluate', { expression })).result.value === true;
  };
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().endsWith('/join')) return void request.continue();
    void until('the tap to be forgotten', isForgotten).then(() => request.continue());
  });
}

/** Without the mixer only the players are left, which the browser does not let play. */
async function holdBack(page: Page): Promise<void> {
  await page.evaluateOnNewDocument('delete globalThis.AudioContext; delete globalThis.webkitAudioContext');
  await delayJoin(page);
}

it('is heard after one tap, also one that the browser has forgotten', async () => {
  const { page, ear } = await openSpacePage(reader.browser, `${house.server.url}/s/${space.spaceId}`, {
    session: delayJoin,
  });
  await click(page, START);
  await ear.untilHeard();
  await untilShown(page, PLAYER);
  await untilGone(page, TURN_ON);
  await page.close();
});

it('asks for one more tap where the browser holds the sound back', async () => {
  const { page, ear } = await openSpacePage(reader.browser, `${house.server.url}/s/${space.spaceId}`, {
    session: holdBack,
  });
  await click(page, START);
  await untilShown(page, PLAYER);
  await untilShown(page, TURN_ON);
  expect(await ear.hears()).toBe(false);
  await click(page, TURN_ON);
  await ear.untilHeard();
  await untilGone(page, TURN_ON);
  await page.close();
});
