import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import { click, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { keepInExtension } from '../support/extension-storage.ts';
import { untilTraceless } from '../support/site-access.ts';
import { untilBar } from '../support/site-visit.ts';
import { SITES, SPACES_URL } from '../support/sites/hosts.ts';
import { openSites, type Sites } from '../support/sites/serve.ts';

const { phanpy } = SITES;
const HOUR_MS = 3_600_000;

let sites: Sites;
let profile: Profile;

const choose = (change: Partial<BarSettings>) =>
  keepInExtension(profile, 'bar', { ...BAR_AS_IT_COMES, always: true, ...change });
const openOptions = () => profile.open(profile.address('options.html'));

/** What lies in the clipboard, by pasting it. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    document.body.append(area);
    area.focus();
  });
  await page.keyboard.press('v', { commands: ['Paste'] });
  return page.$eval('textarea', ({ value }) => value);
}

beforeAll(async () => {
  sites = await openSites(inject('sitesPath'));
  profile = await launchProfile({ flags: sites.flags });
});
beforeEach(() => choose({}));
afterAll(async () => {
  await profile?.close();
  await sites?.close();
});

describe('a bar that the person sent away', () => {
  const back = { role: 'button', name: `Show the bar on ${phanpy.host} again` };

  it.each([
    ['hidden on the site', { hiddenOn: [phanpy.host] }, back],
    ['switched off with the site', { offOn: [phanpy.host] }, back],
    ['hidden for today', { hiddenUntil: Date.now() + HOUR_MS }, { role: 'button', name: 'Show it now' }],
  ])('comes back from the popup: %s', async (_, change, button) => {
    await choose(change);
    const page = await profile.open(phanpy.home);
    await page.waitForSelector(phanpy.anchor);
    const popup = await profile.openPopup(page);
    await click(popup, button);
    await untilText(popup, /^The bar is back/);
    await profile.closePopup();
    await untilBar(page, phanpy.anchor);
    await page.close();
  });

  it('goes and comes with the switch of its site in the settings', async () => {
    const page = await profile.open(phanpy.home);
    await untilBar(page, phanpy.anchor);
    const options = await openOptions();
    await click(options, { role: 'switch', name: phanpy.host });
    await page.bringToFront();
    await untilTraceless(page);
    await options.bringToFront();
    await click(options, { role: 'switch', name: phanpy.host });
    await page.bringToFront();
    await untilBar(page, phanpy.anchor);
    await options.close();
    await page.close();
  });
});

describe('the health of the adapters', () => {
  it('is that of the timeline used last, in counts alone, ready to paste', async () => {
    const options = await openOptions();
    const check = { role: 'button', name: 'Check the open timeline' };
    await click(options, check);
    await untilText(options, /^No timeline is open/);
    const page = await profile.open(phanpy.home);
    await untilBar(page, phanpy.anchor);
    const stranger = await profile.open(`${SPACES_URL}/`);
    await options.bringToFront();
    await click(options, check);
    await untilShown(options, { role: 'list', name: 'Found on phanpy' });
    await click(options, { role: 'button', name: 'Copy' });
    await untilText(options, /^Copied/);
    const [perch, browser, site, ...counts] = (await pasted(options)).trim().split('\n');
    expect(perch).toMatch(/^Perch \d+\.\d+\.\d+$/);
    expect(browser).toMatch(/^Chromium \d+\.\d+/);
    expect(site).toBe('phanpy');
    expect(counts).toContain('LIST: 1');
    for (const line of counts) expect(line).toMatch(/^[A-Z_]+: \d+$/);
    for (const tab of [stranger, page, options]) await tab.close();
  });
});
