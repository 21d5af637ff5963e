import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { find, untilGone, untilShown, untilText } from '../../support/accessible.ts';
import { launchPlain, type PlainBrowser } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { PLAYER } from '../../support/perch.ts';
import {
  type HostedSpace,
  listenOnPage,
  openSpacePage,
  START,
  startSpace,
} from '../../support/space-page.ts';

const SENTENCE = /^“Small webs” has ended$/;

let house: House;
let reader: PlainBrowser;
let space: HostedSpace;
let address: string;

beforeAll(async () => {
  house = await openHouse();
  reader = await launchPlain();
});
afterAll(async () => {
  await reader?.close();
  await house?.close();
});
beforeEach(async () => {
  space = await startSpace(house.server.url, 'Small webs', { aloud: true });
  address = `${house.server.url}/s/${space.spaceId}`;
});

it('says that the Space has ended, and why, to those who listen and to those who only look', async () => {
  const looking = await openSpacePage(reader.browser, address);
  await untilShown(looking.page, START);
  const { page, ear } = await listenOnPage(reader.browser, address);
  await space.end();
  await untilText(page, SENTENCE);
  await untilText(page, /^The host ended it\. Thank you for being there\.$/);
  await untilGone(page, PLAYER);
  await ear.untilSilent();
  await looking.page.bringToFront();
  await untilText(looking.page, SENTENCE);
  await untilGone(looking.page, START);
  await Promise.all([page.close(), looking.page.close()]);
});

it('says so at once to those who come too late', async () => {
  await space.end();
  const { page, complaints } = await openSpacePage(reader.browser, address);
  await untilText(page, SENTENCE);
  expect(await find(page, START)).toBeNull();
  expect(complaints).toEqual({ errors: [], strangers: [] });
  await page.close();
});
