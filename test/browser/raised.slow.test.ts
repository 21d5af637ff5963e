import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, it } from 'vitest';
import { untilGone, untilShown } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { approve, requestToSpeak } from '../support/on-stage.ts';
import { ownSession } from '../support/own-session.ts';
import { hostAloud, joinFromPopup, MICROPHONE } from '../support/perch.ts';
import { until } from '../support/until.ts';

const TITLE = 'Bread without yeast';
const CALL = { role: 'button', name: 'You are on stage. Your microphone is off.' };

let house: House;
let host: Profile;
let bea: Profile;

beforeAll(async () => {
  house = await openHouse();
  [host, bea] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile({ sound: 'voice' })]);
});
afterAll(async () => {
  await Promise.all([host?.close(), bea?.close()]);
  await house?.close();
});

const badge = (popup: Page) => popup.evaluate('chrome.action.getBadgeText({})');

it('tells whoever is approved with the popup closed, in the bar and on the toolbar, until they have seen it', async () => {
  const hostPopup = await hostAloud(host, await host.open(house.timeline), TITLE);
  const page = await bea.open(house.timeline);
  const { popup } = await joinFromPopup(bea, page, TITLE);
  const { name } = (await ownSession(popup)).account;
  await requestToSpeak(popup, 'Why does mine never rise?');
  await bea.closePopup();
  await approve(hostPopup, name);
  await untilShown(page, CALL);
  const again = await bea.openPopup(page);
  await untilShown(again, MICROPHONE);
  await untilGone(page, CALL);
  await until('the badge to say LIVE', async () => (await badge(again)) === 'LIVE');
});
