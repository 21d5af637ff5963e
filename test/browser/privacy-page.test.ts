import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '#shared/schema/view.ts';
import { axeFaults } from '../support/axe.ts';
import { launchPlain, type PlainBrowser } from '../support/chromium.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** The words that run longest, and those that run the other way. */
const TONGUES: Language[] = ['en', 'de', 'ar'];
/** A contact without a place to break. */
const CONTACT = `https://${'a-very-long-name-of-an-operator'.repeat(2)}.example/about`;

let server: TestServer;
let plain: PlainBrowser | undefined;
let page: Page;

beforeAll(async () => {
  [server, plain] = await Promise.all([
    startServer({ livekit: false, env: { OPERATOR_CONTACT: CONTACT } }),
    launchPlain(),
  ]);
  page = await plain.browser.newPage();
});
afterAll(async () => {
  await plain?.close();
  await server?.stop();
});

it.each(TONGUES.flatMap((language) => ['light', 'dark'].map((theme) => ({ language, theme }))))(
  'the page about privacy can be read at 320 px, $theme, in $language, and by everybody',
  async ({ language, theme }) => {
    await page.setViewport({ width: 320, height: 800 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await page.setExtraHTTPHeaders({ 'accept-language': language });
    await page.goto(`${server.url}/privacy`);
    expect(await page.$eval('html', ({ lang, scrollWidth }) => ({ lang, scrollWidth }))).toEqual({
      lang: language,
      scrollWidth: 320,
    });
    expect(await axeFaults(page)).toEqual([]);
  },
);
