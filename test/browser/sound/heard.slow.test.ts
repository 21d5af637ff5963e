import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { click } from '../../support/accessible.ts';
import { launchProfile, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { inMixer, MixPanel } from '../../support/mix-panel.ts';
import { SILENT_WITHIN_MS } from '../../support/patience.ts';
import { joinFromPopup, LEAVE } from '../../support/perch.ts';
import { Ear } from '../../support/sound.ts';
import { Talker } from '../../support/talker.ts';
import { until } from '../../support/until.ts';

const TITLE = 'Loud and quiet';
/** How much quieter Ben speaks than Ana, as a factor and in decibels. */
const QUIET = 0.15;
const APART = 16.5;
const HALF = -6;
const SILENCE = -60;
const WINDOW_MS = 200;
/** Opus and the browser's clock make a tone no steadier than this (dB). */
const ABOUT = 1;

let house: House;
let me: Profile;
let ana: Talker;
let ben: Talker;
let pid: string;
let spaceId: string;
let panel: MixPanel;
let host: CDPSession;
let ear: Ear;
let leave: () => Promise<number>;

beforeAll(async () => {
  house = await openHouse({ requestEveryMs: 0 });
  const { url } = house.server;
  [me, ana, ben] = await Promise.all([launchProfile(), Talker.arrive(url, 'Ana'), Talker.arrive(url, 'Ben')]);
  spaceId = await ana.host(TITLE);
  ben.loudness = QUIET;
  pid = await ben.comeUp(spaceId);
  const { popup } = await joinFromPopup(me, await me.open(house.timeline), TITLE);
  panel = new MixPanel(popup);
  host = await me.mediaHost();
  ear = new Ear(host);
  leave = () => click(popup, LEAVE);
});
afterAll(async () => {
  await Promise.all([ana?.hangUp(), ben?.hangUp(), me?.close()]);
  await house?.close();
});
beforeEach(async () => {
  await Promise.all([panel.mix({}), panel.volume(1), panel.silence(false)]);
});

const output = async () => (await ear.output({ windowMs: WINDOW_MS })).decibels;
const untilQuiet = () => until('nothing to go out', async () => (await output()) < SILENCE);

/** Only this one speaks from now on; answers how loud that is at the output (dB). */
async function only(talker: Talker): Promise<number> {
  for (const one of [ana, ben]) one.isLoud = false;
  await untilQuiet();
  talker.isLoud = true;
  return steady();
}

/** How loud the output is, once it is there and no longer changes (dB). */
async function steady(): Promise<number> {
  let before = -Infinity;
  return until('the output to be steady', async () => {
    const decibels = await output();
    const isSteady = decibels > SILENCE && Math.abs(decibels - before) < 0.3;
    before = decibels;
    return isSteady && decibels;
  });
}

const untilLoud = (decibels: number) =>
  until(`the output to be at ${decibels} dB`, async () => Math.abs((await output()) - decibels) < ABOUT);

describe('a voice', () => {
  it('comes as loud as it was sent, twice as loud, or not at all, as the person wants it', async () => {
    const before = await only(ben);
    await panel.mix({ voices: { [pid]: 2 } });
    await untilLoud(before - HALF);
    await panel.mix({ voices: { [pid]: 0.5 } });
    await untilLoud(before + HALF);
    await panel.mix({ voices: { [pid]: 0 } });
    await untilQuiet();
    await panel.mix({});
    await untilLoud(before);
  });

  it('is no other voice: another one stays as it is', async () => {
    const before = await only(ana);
    await panel.mix({ voices: { [pid]: 0 } });
    await untilLoud(before);
  });

  it('is brought to the loudness of the others, unless the person wants it as it comes', async () => {
    const asSent = (await only(ana)) - (await only(ben));
    expect(Math.abs(asSent - APART)).toBeLessThan(ABOUT);
    await panel.mix({ levelling: true });
    await until('the quiet voice to be lifted', async () => (await output()) > -24);
    const quiet = await steady();
    await only(ana);
    await until('the loud voice to be lowered', async () => (await output()) < -20);
    const loud = await steady();
    expect(Math.abs(loud - quiet)).toBeLessThan(3);
    await panel.mix({});
    await untilLoud(quiet + (asSent - APART) + 7.8);
  });
});

describe('the Space', () => {
  it('is as loud as its slider says, and a quarter of that while another tab speaks', async () => {
    const before = await only(ana);
    await panel.volume(0.5);
    await untilLoud(before + HALF);
    await panel.mix({ ducked: true });
    await untilLoud(before + 3 * HALF);
    await panel.mix({});
    await untilLoud(before + HALF);
  });

  it('is muted with the person still in it, and heard again', async () => {
    await only(ana);
    await panel.silence(true);
    await untilQuiet();
    expect(await ear.receives()).toBe(true);
    expect((await house.space(spaceId)).listeners).toBe(1);
    await panel.silence(false);
    await ear.untilHeard();
  });

  it('does not clip, however loud people are and are wanted', async () => {
    await only(ana);
    ana.loudness = 3.5;
    await panel.mix({ voices: { [await pidOf('Ana')]: 2 } });
    await until('more than there is room for', async () => (await output()) > -6);
    await ear.output();
    const { peak } = await ear.output({ windowMs: 2_000 });
    ana.loudness = 1;
    expect(peak).toBeGreaterThan(0.8);
    expect(peak).toBeLessThanOrEqual(1);
  });
});

async function pidOf(name: string): Promise<string> {
  const { people } = (await ana.visitor.stage(spaceId)).stage;
  return people.find((person) => person.name === name)!.pid;
}

describe('what the browser cannot do', () => {
  it('costs no sound: without the mixer the players are heard', async () => {
    await only(ana);
    await inMixer(host, '(context) => context.suspend()');
    await ear.untilHeard();
    expect(await output()).toBeLessThan(SILENCE);
    await panel.silence(true);
    await ear.untilSilent();
    await panel.silence(false);
    await inMixer(host, '(context) => context.resume()');
    await until('the mixer to be heard again', async () => (await output()) > SILENCE);
  });
});

/** The device that the mix goes out by; empty for the system's default. */
const deviceNow = () => inMixer<string>(host, '(context) => context.sinkId');
const untilDevice = (id: string) => until(`the device "${id}"`, async () => (await deviceNow()) === id);

describe('the device', () => {
  it('is the one that is wanted, and the default where that one is not there', async () => {
    await only(ana);
    await panel.mix({ output: await nameDevice() });
    await untilDevice(await nameDevice());
    await untilOutput();
    await panel.mix({ output: 'somewhere else' });
    await untilDevice('');
    await untilOutput();
  });

  it('is the default once the wanted one is unplugged, until it is there again', async () => {
    const device = await nameDevice();
    await panel.mix({ output: device });
    await untilDevice(device);
    await plug(false);
    await untilDevice('');
    await untilOutput();
    await plug(true);
    await untilDevice(device);
    await untilOutput();
  });
});

const untilOutput = () => until('the output to be heard', async () => (await output()) > SILENCE);

/** One of the devices that Chromium makes up; it names them to whoever was once let to the microphone. */
function nameDevice(): Promise<string> {
  return inMixer(
    host,
    `async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      const devices = await navigator.mediaDevices.enumerateDevices();
      return devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== 'default').at(-1).deviceId;
    }`,
  );
}

/** No driver can unplug a device: so the browser says of it all that it would. */
function plug(isIn: boolean): Promise<void> {
  return inMixer(
    host,
    `() => {
      const media = navigator.mediaDevices;
      if (${isIn}) delete media.enumerateDevices;
      else media.enumerateDevices = async () => [{ kind: 'audiooutput', deviceId: 'default' }];
      media.dispatchEvent(new Event('devicechange'));
    }`,
  );
}

describe('a level', () => {
  it('follows the voice, however loud the person wants it', async () => {
    await panel.watchLevels(true);
    await only(ben);
    const before = await until('his level', async () => (await panel.levelOf(pid)) || null);
    expect(before).toBeGreaterThan(0.3);
    expect(before).toBeLessThan(0.6);
    await panel.mix({ voices: { [pid]: 0 } });
    await untilQuiet();
    expect(Math.abs((await panel.levelOf(pid)) - before)).toBeLessThan(0.1);
    await only(ana);
    await until('his level to be nothing', async () => (await panel.levelOf(pid)) === 0);
    await until(
      'her level to be that of a loud voice',
      async () => (await panel.levelOf(await pidOf('Ana'))) > 0.7,
    );
  });
});

describe('leaving', () => {
  it('is silent soon, however loud it was made', async () => {
    await only(ana);
    await panel.mix({ levelling: true, voices: { [pid]: 2 } });
    await ear.untilHeard();
    expect(await ear.soundAfter(leave)).toBeLessThan(SILENT_WITHIN_MS);
  });
});
