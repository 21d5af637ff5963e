import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, untilShown, untilText } from '../../support/accessible.ts';
import { launchPlain, type PlainBrowser } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { Ear } from '../../support/sound.ts';
import { type HostedSpace, openSpacePage, START, startSpace } from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

let house: House;
let reader: PlainBrowser;
let space: HostedSpace;

beforeAll(async () => {
  house = await openHouse();
  [reader, space] = await Promise.all([
    launchPlain(),
    startSpace(house.server.url, 'Small webs', { aloud: true }),
  ]);
});
afterAll(async () => {
  await reader?.close();
  await space?.end();
  await house?.close();
});

/** Notes what goes out to the device, by whatever way; what measures it in a test goes out silent. */
const noteOutputs = (page: Page) =>
  page.evaluateOnNewDocument(`
    globalThis.mixed = new Set();
    globalThis.players = new Set();
    const { connect } = AudioNode.prototype;
    AudioNode.prototype.connect = function (to, ...rest) {
      if (to instanceof AudioDestinationNode) mixed.add(this.constructor.name);
      return connect.call(this, to, ...rest);
    };
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      players.add(this);
      return play.call(this);
    };
  `);

it('all sound goes out through the limiter, and none beside it', async () => {
  const address = `${house.server.url}/s/${space.spaceId}`;
  const { page, ear } = await openSpacePage(reader.browser, address, { session: noteOutputs });
  await click(page, START);
  await ear.untilHeard();
  const mixed = (await page.evaluate('[...mixed]')) as string[];
  expect(mixed.filter((name) => name !== 'ScriptProcessorNode')).toEqual(['DynamicsCompressorNode']);
  expect(await page.evaluate('[...players].map(({ muted }) => muted)')).toEqual([true]);
});

it('somebody turned down to nothing on the page of a Space is not heard there, also at the next visit', async () => {
  const address = `${house.server.url}/s/${space.spaceId}`;
  const { page, ear } = await openSpacePage(reader.browser, address);
  await click(page, START);
  await ear.untilHeard();
  await click(page, { role: 'button', name: /^About / });
  await untilShown(page, { role: 'slider', name: /^Volume of / });
  await page.focus('.person-volume .slider');
  await page.keyboard.press('Home');
  await untilText(page, /\b0%/);
  await ear.untilSilent();
  await page.reload();
  await click(page, START);
  const again = new Ear(await page.createCDPSession());
  await until('the sound to arrive', () => again.receives());
  expect(await again.hears()).toBe(false);
});
