import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveSchema } from '#shared/schema/api.ts';
import { SpaceSchema, type Space } from '#shared/schema/space.ts';
import { click, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { approve, closePeople, requestToSpeak, untilOnStage } from '../support/on-stage.ts';
import { SILENT_WITHIN_MS } from '../support/patience.ts';
import {
  hostAloud,
  isMicrophoneOn,
  LEAVE,
  leaveEverything,
  PLAYER,
  rowOf,
  turnMicrophone,
} from '../support/perch.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'Harbour radio, late shift';
const HOST = 'Kerstin';
const OFFER = { role: 'region', name: 'On this page' };

let house: House;
let other: TestServer;
let host: Profile;
let bea: Profile;
let hostPopup: Page;
let page: Page;
let spaceId: string;

beforeAll(async () => {
  [house, other] = await Promise.all([openHouse(), startServer({ limits: { requestEveryMs: 100 } })]);
  [host, bea] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile({ sound: 'voice' })]);
  await moveHome(host, other.url);
  hostPopup = await hostAloud(host, await host.open('about:blank'), TITLE, HOST);
  spaceId = await onlySpaceThere();
  page = await bea.open(`${other.url}/s/${spaceId}`);
});
afterAll(async () => {
  await Promise.all([host?.close(), bea?.close()]);
  await Promise.all([house?.close(), other?.stop()]);
});

async function moveHome(profile: Profile, url: string): Promise<void> {
  const options = await profile.open(profile.address('options.html'));
  await options.evaluate(`chrome.storage.local.set({ serverUrl: '${url}' })`);
  await options.close();
}

async function onlySpaceThere(): Promise<string> {
  return until('the Space to be live', async () => {
    const answer = await fetch(`${other.url}/v1/live`);
    return v.parse(LiveSchema, await answer.json()).spaces[0]?.id;
  });
}

async function spaceThere(): Promise<Space> {
  const answer = await fetch(`${other.url}/v1/spaces/${spaceId}`);
  return v.parse(SpaceSchema, await answer.json());
}

const serversOf = (popup: Page): Promise<unknown> =>
  popup.evaluate(`chrome.storage.local.get('servers').then(({ servers }) => servers ?? [])`);

describe('over the page of a Space at an unknown server', () => {
  it('says what it is without adding or joining anything', async () => {
    const popup = await bea.openPopup(page);
    await untilShown(popup, OFFER);
    await untilShown(popup, { role: 'heading', name: TITLE });
    await untilText(popup, new RegExp(new URL(other.url).host));
    await untilText(popup, /Kerstin hosts/);
    expect(await serversOf(popup)).toEqual([]);
    expect((await spaceThere()).listeners).toBe(0);
  });

  it('asks one question, and "Not now" leaves all as it was', async () => {
    const popup = await bea.openPopup(page);
    await click(popup, rowOf(TITLE));
    await untilShown(popup, { role: 'alertdialog', name: `Add ${new URL(other.url).host}?` });
    await click(popup, { role: 'button', name: 'Not now' });
    await untilGone(popup, { role: 'button', name: 'Add and listen' });
    expect(await serversOf(popup)).toEqual([]);
  });

  it('is heard after "Add and listen"', async () => {
    const popup = await bea.openPopup(page);
    await click(popup, rowOf(TITLE));
    await click(popup, { role: 'button', name: 'Add and listen' });
    const ear = new Ear(await bea.mediaHost());
    await ear.untilHeard();
    await untilShown(popup, PLAYER);
    await untilGone(popup, OFFER);
    expect(await serversOf(popup)).toEqual([other.url]);
    await until('the server to know its listener', async () => (await spaceThere()).listeners === 1);
  });
});

describe('in a Space of another server', () => {
  it('brings on stage there, with the worker stopped between request and approval', async () => {
    let popup = await bea.openPopup(page);
    await requestToSpeak(popup, 'May I?');
    await untilText(hostPopup, /May I\?/);
    await bea.closePopup();
    await bea.stopWorker(page);
    popup = await bea.openPopup(page);
    await untilText(popup, /You are number 1 in the queue/);
    await approve(hostPopup, /May I\?/);
    await untilOnStage(popup);
    expect(await isMicrophoneOn(popup)).toBe(false);
    await turnMicrophone(popup, true);
    await new Ear(await host.mediaHost()).untilHeard();
    await closePeople(hostPopup);
  });

  it('sees reactions there', async () => {
    const popup = await bea.openPopup(page);
    await untilShown(popup, PLAYER);
    await click(hostPopup, { role: 'button', name: 'React' });
    await click(hostPopup, { role: 'button', name: '👏' });
    await until('the reaction', () =>
      popup.evaluate(() => document.querySelector('.player')!.textContent!.includes('👏')),
    );
  });

  it('still shows the list at home, and goes on there while the popup is closed', async () => {
    const popup = await bea.openPopup(page);
    await untilText(popup, /No other Space is live/);
    await bea.closePopup();
    expect(await new Ear(await bea.mediaHost()).hears()).toBe(true);
  });

  it('is silent soon after Leave, and comes back with one click', async () => {
    const popup = await bea.openPopup(page);
    const ear = new Ear(await bea.mediaHost());
    expect(await ear.soundAfter(() => click(popup, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
    await until('the server to know', async () => (await spaceThere()).listeners === 0);
    await click(popup, rowOf(TITLE));
    await new Ear(await bea.mediaHost()).untilHeard();
    expect(await find(popup, { role: 'button', name: 'Add and listen' })).toBeNull();
  });

  it('goes on when the home server falls', async () => {
    const ear = new Ear(await bea.mediaHost());
    await house.server.kill();
    expect(await ear.hears()).toBe(true);
    await house.server.restart();
    const popup = await bea.openPopup(page);
    await untilShown(popup, LEAVE);
    expect(await ear.hears()).toBe(true);
  });

  it('is left when the person removes the server', async () => {
    await bea.closePopup();
    const ear = new Ear(await bea.mediaHost());
    const options = await bea.open(bea.address('options.html'));
    const remove = { role: 'button', name: `Remove ${new URL(other.url).host}` };
    await click(options, remove);
    await ear.untilSilent();
    await untilText(options, /None so far/);
    await until('the server to know', async () => (await spaceThere()).listeners === 0);
    expect(await serversOf(options)).toEqual([]);
    await options.close();
    const popup = await bea.openPopup(page);
    await click(popup, rowOf(TITLE));
    await untilShown(popup, { role: 'button', name: 'Add and listen' });
  });

  it('is offered once where the server is home', async () => {
    await leaveEverything(bea);
    await moveHome(bea, other.url);
    const popup = await bea.openPopup(page);
    await click(popup, rowOf(TITLE));
    await new Ear(await bea.mediaHost()).untilHeard();
    expect(await serversOf(popup)).toEqual([]);
    await leaveEverything(bea);
  });
});
