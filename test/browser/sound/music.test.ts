import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click } from '../../support/accessible.ts';
import { launchPlain, launchProfile, type PlainBrowser, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { roomService } from '../../support/media-keys.ts';
import { inMixer } from '../../support/mix-panel.ts';
import { hostAloud } from '../../support/perch.ts';
import { listenOnPage } from '../../support/space-page.ts';
import { until } from '../../support/until.ts';

/** Mean square, 1 being the loudest: 40 dB below that. */
const AUDIBLE = 0.000_1;

let house: House;
let player: Profile;
let plain: PlainBrowser;
let popup: Page;
let page: Page;
let spaceId: string;

beforeAll(async () => {
  house = await openHouse();
  [player, plain] = await Promise.all([launchProfile({ sound: 'left' }), launchPlain()]);
  popup = await hostAloud(player, await player.open(house.timeline), 'Two hands', 'Mia');
  spaceId = await house.onlySpace();
  ({ page } = await listenOnPage(plain.browser, `${house.server.url}/s/${spaceId}`));
});
afterAll(async () => {
  await Promise.all([player?.close(), plain?.close()]);
  await house?.close();
});

/** How much comes out to the left and to the right within the next moments (mean square). */
async function sides(): Promise<[number, number]> {
  const session = await page.createCDPSession();
  const measure = `async (context, limiter) => {
    const counter = context.createScriptProcessor(4096, 2, 2);
    limiter.connect(counter).connect(context.destination);
    const heard = [0, 1].map(() => []);
    await new Promise((resolve) => counter.addEventListener('audioprocess', ({ inputBuffer }) => {
      heard.forEach((samples, side) => samples.push(...inputBuffer.getChannelData(side)));
      if (heard[0].length > 20_000) resolve();
    }));
    counter.disconnect();
    return heard.map((samples) => samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
  }`;
  const heard = await inMixer<[number, number]>(session, measure);
  await session.detach();
  return heard;
}

/** What the room says of the one voice in it. */
async function voice() {
  const rooms = await roomService(house.server.dataDir);
  const inside = await rooms.listParticipants(`s_${spaceId}_1`);
  const tracks = inside.flatMap((one) => one.tracks);
  return tracks.map(({ stereo, disableDtx, disableRed }) => ({ stereo, disableDtx, disableRed }));
}

const isFromTheMiddle = ([left, right]: [number, number]) =>
  left > AUDIBLE && Math.abs(right / left - 1) < 0.1;
const isFromTheLeft = ([left, right]: [number, number]) => left > AUDIBLE && right < left / 100;

async function turnMusicMode(): Promise<void> {
  await click(popup, { role: 'button', name: 'Sound' });
  await click(popup, { role: 'switch', name: 'Music mode' });
  await popup.keyboard.press('Escape');
}

it('a voice comes from the middle, with its pauses saved', async () => {
  await until('a voice from the middle', async () => isFromTheMiddle(await sides()));
  expect(await voice()).toEqual([{ stereo: false, disableDtx: false, disableRed: false }]);
});

it('music mode brings an instrument whole, from where it stands', async () => {
  await turnMusicMode();
  await until('sound from the left alone', async () => isFromTheLeft(await sides()));
  expect(await voice()).toEqual([{ stereo: true, disableDtx: true, disableRed: true }]);
});

it('a voice is a voice again without music mode', async () => {
  await turnMusicMode();
  await until('a voice from the middle', async () => isFromTheMiddle(await sides()));
  expect(await voice()).toEqual([{ stereo: false, disableDtx: false, disableRed: false }]);
});
