import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchPlain, type PlainBrowser } from '../../support/chromium.ts';
import { type FramePages, startFramePages } from '../../support/frame-pages.ts';
import { type House, openHouse } from '../../support/house.ts';
import { SILENT_WITHIN_MS } from '../../support/patience.ts';
import { Ear } from '../../support/sound.ts';
import { type HostedSpace, listenForComplaints, startSpace } from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

/** As Mastodon frames a player. */
const KEEPS_STORAGE = 'allow-scripts allow-same-origin allow-popups';
const NO_STORAGE = 'allow-scripts allow-popups';

let house: House;
let reader: PlainBrowser;
let pages: FramePages;
let space: HostedSpace;
let player: string;

beforeAll(async () => {
  house = await openHouse();
  [reader, pages] = await Promise.all([launchPlain(), startFramePages()]);
  space = await startSpace(house.server.url, 'Small webs', { aloud: true });
  player = `${house.server.url}/s/${space.spaceId}/player`;
});
afterAll(async () => {
  await reader?.close();
  await space?.end();
  await pages?.close();
  await house?.close();
});

async function openFramed(sandbox: string): Promise<{ page: Page; frame: Frame; ear: Ear }> {
  const page = await reader.browser.newPage();
  await page.goto(pages.framing(player, sandbox));
  const target = await until('the frame', async () =>
    reader.browser.targets().find((one) => one.url() === player),
  );
  const frame = await until('its document', async () => page.frames().find((one) => one.url() === player));
  return { page, frame, ear: new Ear(await target.createCDPSession()) };
}

async function press(frame: Frame, name: string): Promise<number> {
  const button = await frame.waitForSelector(`aria/${name}`);
  const at = Date.now();
  await button!.click();
  return at;
}

it.each([
  ['on another site', KEEPS_STORAGE],
  ['where nothing may be kept', NO_STORAGE],
])(
  'is silent until its one button is pressed %s, then heard, and silent at once after Leave',
  async (_, sandbox) => {
    const { page, frame, ear } = await openFramed(sandbox);
    const complaints = listenForComplaints(page, player);
    await frame.waitForSelector('aria/Start listening');
    expect(await ear.hears()).toBe(false);
    await press(frame, 'Start listening');
    await ear.untilHeard();
    expect(await ear.soundAfter(() => press(frame, 'Leave'))).toBeLessThan(SILENT_WITHIN_MS);
    await frame.waitForSelector('aria/Start listening');
    expect(complaints.errors).toEqual([]);
    await page.close();
  },
);

it('asks for no microphone and offers no way to the stage, and leads to the whole page', async () => {
  const { page, frame, ear } = await openFramed(KEEPS_STORAGE);
  await press(frame, 'Start listening');
  await ear.untilHeard();
  const names = await frame.$$eval('button, [role="slider"], input, a', (elements) =>
    elements.map((element) => element.ariaLabel ?? element.textContent),
  );
  expect(names.toSorted()).toEqual(['Leave', 'Mute Space', 'Open in a new tab', 'Space volume']);
  const policy = await frame.evaluate(async () => {
    const { state } = await navigator.permissions.query({ name: 'microphone' });
    return state;
  });
  expect(policy).toBe('denied');
  const link = await frame.$eval('a', ({ href, target, rel }) => ({ href, target, rel }));
  expect(link).toEqual({ href: player.replace('/player', ''), target: '_blank', rel: 'noopener' });
  await page.close();
});
