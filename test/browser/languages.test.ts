import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BAR_AS_IT_COMES, type Language } from '#shared/schema/view.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { find, untilShown, type Wanted } from '../support/accessible.ts';
import { accessibility } from '../support/chromium-view.ts';
import { launchPlain, launchProfile, type PlainBrowser, type Profile } from '../support/chromium.ts';
import { keepInExtension } from '../support/extension-storage.ts';
import { openHouse, type House } from '../support/house.ts';
import { openSpacePage } from '../support/space-page.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

let house: House;
let profile: Profile;
let reader: PlainBrowser;

beforeAll(async () => {
  house = await openHouse();
  [profile, reader] = await Promise.all([launchProfile(), launchPlain()]);
  await keepInExtension(profile, 'bar', { ...BAR_AS_IT_COMES, always: true });
  // Comes once the app of the pages is built.
  await fetch(`${house.server.url}/s/assets/page.js`);
});
afterAll(async () => {
  await Promise.all([profile?.close(), reader?.close()]);
  await house?.close();
});

const wordsOf = async (language: Language) => (await readVolume(language)).words;
const barIn = async (language: Language): Promise<Wanted> => ({
  role: 'region',
  name: (await wordsOf(language)).liveSpaces,
});
const hostIn = async (language: Language): Promise<Wanted> => ({
  role: 'button',
  name: (await wordsOf(language)).hostASpace,
});

/** The language and the direction in which an element is, in closed shadow roots too. */
async function wayOf(page: Page, wanted: Wanted): Promise<string> {
  const node = await find(page, wanted);
  if (!node) return 'gone';
  const session = await accessibility(page);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration:
      "function () { return this.closest('[lang]').lang + ' ' + (this.matches(':dir(rtl)') ? 'rtl' : 'ltr'); }",
    returnByValue: true,
  });
  return String(result.value);
}

async function untilWay(page: Page, wanted: Wanted, way: string): Promise<void> {
  await page.bringToFront();
  await untilShown(page, wanted);
  await until(
    `"${String(wanted.name)}" to be ${way}`,
    async () => (await wayOf(page, wanted)) === way,
    undefined,
    async () => `, instead ${await wayOf(page, wanted)}`,
  );
}

/** Chooses in the settings, whatever language they are in. */
async function choose(options: Page, language: Language): Promise<void> {
  await options.bringToFront();
  const choice = await options.waitForSelector(`select:has(option[value="${language}"])`);
  await choice!.select(language);
  await options.waitForFunction((code) => document.documentElement.lang === code, {}, language);
}

describe('the language of the settings', () => {
  it('is at once that of an open popup and of a bar, and Arabic turns both round while the page stays', async () => {
    const timeline = await profile.open(house.timeline);
    await untilWay(timeline, await barIn('en'), 'en ltr');
    const popup = await profile.open(profile.address('popup.html'));
    await untilWay(popup, await hostIn('en'), 'en ltr');
    const options = await profile.open(profile.address('options.html'));
    const pageWay = await timeline.evaluate(() => document.documentElement.dir);

    for (const [language, way] of [
      ['fr', 'fr ltr'],
      ['ar', 'ar rtl'],
      ['en', 'en ltr'],
    ] as const) {
      await choose(options, language);
      await untilWay(popup, await hostIn(language), way);
      await untilWay(timeline, await barIn(language), way);
    }
    expect(await timeline.evaluate(() => document.documentElement.dir)).toBe(pageWay);
    await Promise.all([timeline.close(), popup.close(), options.close()]);
  });
});

describe('the page of a Space', () => {
  it('is in the language that a person chose on it, now and when they come back', async () => {
    const host = await Visitor.arrive(house.server.url, 'Ana Ferreira');
    const { space } = await host.start({ title: 'Small webs' });
    const address = `${house.server.url}/s/${space.id}`;
    const { page, complaints } = await openSpacePage(reader.browser, address);
    const startIn = async (language: Language): Promise<Wanted> => ({
      role: 'button',
      name: (await wordsOf(language)).startListening,
    });
    await untilWay(page, await startIn('en'), 'en ltr');
    await page.select('.page-language select', 'es');
    await untilWay(page, await startIn('es'), 'es ltr');
    await page.select('.page-language select', 'ar');
    await untilWay(page, await startIn('ar'), 'ar rtl');
    await page.reload();
    await untilWay(page, await startIn('ar'), 'ar rtl');
    expect(complaints).toEqual({ errors: [], strangers: [] });
    await page.close();
  });

  it('is in the language that the browser asks for, before and after its script takes over', async () => {
    const host = await Visitor.arrive(house.server.url, 'Ana Ferreira');
    const { space } = await host.start({ title: 'Small webs' });
    const { page } = await openSpacePage(reader.browser, `${house.server.url}/s/${space.id}`, {
      session: async (opened) => {
        await opened.setExtraHTTPHeaders({ 'accept-language': 'zh-TW, de-AT;q=0.9, en;q=0.8' });
        await opened.evaluateOnNewDocument(() => localStorage.clear());
      },
    });
    await untilWay(page, { role: 'button', name: (await wordsOf('de')).startListening }, 'de ltr');
    await page.close();
  });
});
