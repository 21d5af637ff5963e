import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { sendFromContentScript } from '../support/content-script.ts';
import { joinOf } from '../support/fake-flow.ts';
import { type House, openHouse } from '../support/house.ts';
import {
  flooding,
  hanging,
  liar,
  type Odd,
  type OddServer,
  openWebsite,
  startOddServer,
  website,
} from '../support/odd-server.ts';
import { ulidOf } from '../support/people.ts';
import { until } from '../support/until.ts';

const ID = ulidOf(77);
const OFFER = { role: 'region', name: 'On this page' };
const START = { role: 'button', name: /^Start listening/ };

let house: House;
let profile: Profile;
let odd: OddServer | undefined;

beforeAll(async () => {
  [house, profile] = await Promise.all([openHouse(), launchProfile()]);
});
afterAll(async () => {
  await profile?.close();
  await house?.close();
});
afterEach(async () => {
  await profile.closePopup();
  await odd?.close();
  odd = undefined;
});

async function openOver(answer: Odd, path = `/s/${ID}`): Promise<{ popup: Page; asked: string[] }> {
  odd = await startOddServer(answer);
  const page = await profile.open(`${odd.url}${path}`);
  return { popup: await profile.openPopup(page), asked: odd.asked };
}

const untilAsked = (asked: string[], path: string) =>
  until(`a question for ${path}`, async () => asked.includes(path));

describe('over a page that only looks like one of a Space', () => {
  it.each([
    ['of a website', website],
    ['of a website that anybody may read', openWebsite],
    ['whose server has the Space with another id', liar(joinOf(ulidOf(78)).space)],
    ['whose server answers with something else', liar({ id: ID })],
    ['whose server sends without an end', flooding],
  ])('offers nothing: %s', async (_, answer) => {
    const { popup, asked } = await openOver(answer);
    await untilAsked(asked, '/healthz');
    await untilGone(popup, OFFER);
    expect(await find(popup, START)).toBeNull();
    const isWebsite = answer === website || answer === openWebsite;
    expect(asked.filter((path) => !path.startsWith('/s/'))).toEqual(
      isWebsite ? ['/healthz'] : ['/healthz', `/v1/spaces/${ID}`],
    );
  });

  it('says that the server does not answer when it hangs', async () => {
    const { popup } = await openOver(hanging);
    await untilShown(popup, OFFER);
    await untilText(popup, /The server does not answer/);
    await untilShown(popup, { role: 'button', name: 'Host a Space' });
    expect(await find(popup, START)).toBeNull();
  });

  it('asks nothing at all of any other page', async () => {
    const { popup, asked } = await openOver(website, `/s/${ID}/more`);
    await untilShown(popup, { role: 'heading', name: 'It is quiet right now' });
    expect(await find(popup, OFFER)).toBeNull();
    expect(asked).toEqual([`/s/${ID}/more`]);
  });
});

describe('a content script', () => {
  it('is not answered about servers that the person has not added, and cannot look or add', async () => {
    odd = await startOddServer(liar(joinOf(ID).space));
    const page = await profile.open(house.timeline);
    const space = { server: odd.url, spaceId: ID };
    const send = (type: string, data: object) => sendFromContentScript(page, `background:${type}`, data);
    expect(await send('space', space)).toEqual({ found: null, fault: 'bad_address' });
    expect(await send('join', space)).toEqual({ fault: 'bad_address' });
    expect(await send('look', space)).toBe('refused');
    expect(await send('addServer', { server: odd.url })).toBe('refused');
    expect(odd.asked).toEqual([]);
  });
});
