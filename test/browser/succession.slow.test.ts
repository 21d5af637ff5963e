import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, untilShown, untilText } from '../support/accessible.ts';
import { GAP_MS } from '../support/patience.ts';
import { Visitor } from '../support/visitor.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { listen, type Listener } from '../support/livekit-clients.ts';
import { actionOn, approve, requestToSpeak, untilListed, untilOnStage } from '../support/on-stage.ts';
import { ownSession } from '../support/own-session.ts';
import { host as hostSpace, MICROPHONE, rowOf, turnMicrophone } from '../support/perch.ts';
import { raiseVoice, type Voice } from '../support/raise-voice.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'A talk that nobody can rug';
const HOST = 'Kerstin';
const LIMITS = { hostAwayMs: 2_000, hostGraceMs: 6_000, requestEveryMs: 100 };

let house: House;
let host: Profile;
let hostPopup: Page;
let malik: Profile;
let malikPopup: Page;
let malikName: string;
let cem: Listener;
let voice: Voice;
let spaceId: string;

async function joinAsCohost(): Promise<void> {
  const page = await malik.open(house.timeline);
  malikPopup = await malik.openPopup(page);
  await click(malikPopup, rowOf(TITLE));
  await requestToSpeak(malikPopup, 'I would like to help');
  malikName = (await ownSession(malikPopup)).account.name;
  await approve(hostPopup, malikName);
  await untilOnStage(malikPopup);
  await untilListed(hostPopup, 'Speakers', 1);
  await actionOn(hostPopup, malikName, 'Make co-host');
  await untilListed(hostPopup, 'Co-hosts', 1);
  await untilText(malikPopup, /You are a co-host now/);
  await turnMicrophone(malikPopup, true);
}

/** Cem has no Perch of his own: the API and a bare LiveKit client. */
async function joinAsSpeaker(): Promise<void> {
  const visitor = await Visitor.arrive(house.server.url, 'Cem');
  cem = await listen(await visitor.join(spaceId));
  await visitor.request(spaceId);
  await approve(hostPopup, 'Cem');
  voice = await until('Cem to be let up', () => raiseVoice(cem.room).catch(() => null));
}

/** Who hosts, as the browser's own controls at Malik's say. */
async function artist(): Promise<unknown> {
  const session = await malik.mediaHost();
  const expression = 'navigator.mediaSession.metadata?.artist';
  const { result } = await session.send('Runtime.evaluate', { expression });
  await session.detach();
  return result.value;
}

beforeAll(async () => {
  house = await openHouse(LIMITS);
  [host, malik] = await Promise.all([launchProfile(), launchProfile({ sound: 'voice' })]);
  hostPopup = await hostSpace(host, await host.open(house.timeline), TITLE, HOST);
  spaceId = await house.onlySpace();
  await joinAsCohost();
  await joinAsSpeaker();
});
afterAll(async () => {
  await voice?.lower();
  await cem?.leave();
  await Promise.all([host?.close(), malik?.close()]);
  await house?.close();
});

it('goes on without a gap when the host’s browser dies, under its co-host, until the host is back', async () => {
  const ear = new Ear(await malik.mediaHost());
  await Promise.all([ear.untilHeard(), cem.untilHeard()]);
  const watch = await ear.watch();
  cem.longestGap();
  await until('both hosts in the controls', async () => (await artist()) === `${HOST}, ${malikName}`);

  await host.kill();
  await untilText(malikPopup, /The host is reconnecting \(\d+ s\)/);
  await untilText(malikPopup, /You are the host now/);
  await until('Malik first in the controls', async () => (await artist()) === `${malikName}, ${HOST}`);
  await untilShown(malikPopup, { role: 'button', name: 'End Space' });

  host = await launchProfile({ folder: host.folder });
  hostPopup = await host.openPopup(await host.open(house.timeline));
  await click(hostPopup, rowOf(TITLE));
  await untilShown(hostPopup, MICROPHONE);
  await untilShown(hostPopup, { role: 'button', name: 'End Space' });
  expect(await untilListed(hostPopup, 'Host', 1)).toEqual([expect.stringContaining('You')]);
  expect(await untilListed(malikPopup, 'Co-hosts', 1)).toEqual([expect.stringContaining('You')]);

  expect(await watch.stop()).toBeLessThan(GAP_MS);
  expect(cem.longestGap()).toBeLessThan(GAP_MS);
});
