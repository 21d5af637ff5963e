import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, find, property, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import {
  hostAloud,
  isMicrophoneOn,
  joinFromPopup,
  leaveEverything,
  MICROPHONE,
  turnMicrophone,
} from '../support/perch.ts';
import type { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'Can you hear me';
const METER = { role: 'meter', name: 'How loud you are' };
/** Less than it takes to take a microphone anew; a page that opens lets a moment drop on a busy machine. */
const GAP_MS = 1_500;

let house: House;
let host: Profile;
let other: Profile;
let hostPage: Page;
let hostPopup: Page;
let page: Page;
let popup: Page;
let ear: Ear;

beforeAll(async () => {
  house = await openHouse();
  [host, other] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile({ sound: 'silence' })]);
  hostPage = await host.open(house.timeline);
  hostPopup = await hostAloud(host, hostPage, TITLE, 'Kerstin');
  page = await other.open(house.timeline);
  ({ popup, ear } = await joinFromPopup(other, page, TITLE));
});
afterAll(async () => {
  await Promise.all([host?.close(), other?.close()]);
  await house?.close();
});

/** Whether what the page plays can be heard, at what the player puts out: one ear for all looks. */
async function plays(check: Page): Promise<boolean> {
  return check.evaluate(() => {
    const page = globalThis as {
      player?: HTMLMediaElement & { captureStream(): MediaStream };
      listener?: AnalyserNode;
    };
    if (!page.player || page.player.paused) return false;
    if (!page.listener) {
      const stream = page.player.captureStream();
      // It gets its track with the first frames that are decoded.
      if (stream.getAudioTracks().length === 0) return false;
      const context = new AudioContext();
      page.listener = context.createAnalyser();
      context.createMediaStreamSource(stream).connect(page.listener);
    }
    const samples = new Float32Array(page.listener.fftSize);
    page.listener.getFloatTimeDomainData(samples);
    return samples.some((sample) => Math.abs(sample) > 0.01);
  });
}

/** Opens the check with an ear at whatever it plays. */
async function openCheck(): Promise<Page> {
  const check = await host.browser.newPage();
  await check.evaluateOnNewDocument(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      Object.assign(globalThis, { player: this });
      return play.call(this);
    };
    // Some of what it says stands for three seconds, which a busy machine may let go by between two looks.
    const said = new Set<string>();
    Object.assign(globalThis, { said });
    const note = () => said.add(document.body?.innerText ?? '');
    new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await check.goto(host.address('microphone.html?check'));
  return check;
}

/** Ends the track that the media host holds, as an unplugged device does. */
async function unplug(session: CDPSession): Promise<void> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'MediaStreamTrack.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `function () {
      for (const track of this) {
        if (track.kind !== 'audio' || !track.getSettings().deviceId || track.readyState !== 'live') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    }`,
  });
}

describe('the check of a microphone', () => {
  it('shows level and device, records, and plays what it recorded, while the others hear on', async () => {
    const watch = await ear.watch();
    const check = await openCheck();
    await until('a voice at the meter', async () => {
      const meter = await find(check, METER);
      return meter !== null && Number(meter.value?.value ?? 0) > 20;
    });
    await untilText(check, /^Good\. The others will hear you well\.$/);
    await untilText(check, /Fake/);
    await click(check, { role: 'button', name: 'Record 3 s and hear it' });
    await until('the recording to be heard', () => plays(check));
    await untilText(check, /^Was that you, loud and clear\?/);
    const said = (await check.evaluate('[...said].join()')) as string;
    expect(said).toMatch(/Recording: say something….*This is how you sound…/s);
    expect(await watch.stop()).toBeLessThan(GAP_MS);
    await check.close();
  });

  it('says that there was nothing to hear', async () => {
    const check = await other.open(other.address('microphone.html?check'));
    await untilText(check, /^Nothing to hear\. Say something\.$/);
    await click(check, { role: 'button', name: 'Record 3 s and hear it' });
    await untilText(check, /^There was nothing to hear\./);
    await check.close();
  });
});

describe('a muted microphone', () => {
  it('tells nobody but the person that they talk, and is one click from being heard', async () => {
    hostPopup = await host.openPopup(hostPage);
    await turnMicrophone(hostPopup, false);
    await ear.untilSilent();
    await untilText(hostPopup, /^You are talking while muted$/);
    expect(await ear.receives()).toBe(false);
    await click(hostPopup, { role: 'button', name: 'Unmute' });
    await ear.untilHeard();
    await until(
      'the line to be gone',
      async () => (await find(hostPopup, { role: 'button', name: 'Unmute' })) === null,
    );
    expect(await isMicrophoneOn(hostPopup)).toBe(true);
  });
});

describe('an unplugged microphone', () => {
  it('is said to the person, seen as muted by the others, and replaced with one click', async () => {
    await unplug(await host.mediaHost());
    await untilText(hostPopup, /^Your microphone was unplugged$/);
    expect(property(await untilShown(hostPopup, MICROPHONE), 'pressed')).toBe('false');
    popup = await other.openPopup(page);
    await untilText(popup, /^muted$/);
    await click(hostPopup, { role: 'button', name: 'Turn on what is there' });
    await ear.untilHeard();
    await untilGone(hostPopup, { role: 'button', name: 'Turn on what is there' });
  });
});

describe('an open microphone without any sound', () => {
  it('is said after five seconds', async () => {
    await other.closePopup();
    await leaveEverything(other);
    const silent = await hostAloud(other, page, 'Nothing comes through');
    await untilText(silent, /^Your microphone is on, but silent$/);
    await untilShown(silent, { role: 'button', name: 'Check it' });
  });
});
