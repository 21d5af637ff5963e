import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BAR_AS_IT_COMES } from '#shared/schema/view.ts';
import { click, clickAway, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { keepInExtension } from '../support/extension-storage.ts';
import {
  accessOf,
  allowEverywhere,
  allowInBrowser,
  chooseSite,
  offerOf,
  patternOf,
  removeOf,
  takeInBrowser,
  traces,
  untilRegistered,
  untilTraceless,
} from '../support/site-access.ts';
import { untilBar } from '../support/site-visit.ts';
import { type SiteAddress, SITES, SPACES_URL } from '../support/sites/hosts.ts';
import { openSites, type Sites } from '../support/sites/serve.ts';
import { until } from '../support/until.ts';

const { mastodon, glitch, phanpy } = SITES;

let sites: Sites;
let profile: Profile;

async function launch(folder?: string): Promise<void> {
  profile = await launchProfile({ flags: sites.flags, isKept: true, folder });
}

/** A page that says afterwards whether it was loaded anew. */
async function openHome({ home }: SiteAddress): Promise<Page> {
  const page = await profile.open(home);
  await page.waitForSelector('#mastodon article');
  await page.evaluate(() => Reflect.set(window, 'isTheSame', true));
  return page;
}
const isTheSame = (page: Page) => page.evaluate(() => Reflect.get(window, 'isTheSame') === true);

/** The prompt stands before the browser and has closed the popup. */
const untilPrompted = () => until('the prompt', async () => profile.target('popup.html') === undefined);

async function removeSite(host: string): Promise<void> {
  const options = await profile.open(profile.address('options.html'));
  await click(options, removeOf(host));
  await untilGone(options, removeOf(host));
  await options.close();
}

beforeAll(async () => {
  sites = await openSites(inject('sitesPath'));
  await launch();
  await keepInExtension(profile, 'bar', { ...BAR_AS_IT_COMES, always: true });
});
afterAll(async () => {
  await profile?.close();
  await sites?.close();
});

describe('the offer to work on a site', () => {
  it.each([
    ['a site that the manifest names', phanpy.home],
    ['a page that is made with something else', `${SPACES_URL}/`],
    ['a page of the browser', 'chrome://version'],
  ])('is not made over %s', async (_, url) => {
    const page = await profile.open(url);
    const popup = await profile.openPopup(page);
    await untilShown(popup, { role: 'button', name: 'Host a Space' });
    expect(await find(popup, { role: 'button', name: /^Show Spaces on/ })).toBeNull();
    await profile.closePopup();
    await page.close();
  });

  it('is made over Mastodon, and a prompt that nobody answers changes nothing', async () => {
    const page = await openHome(mastodon);
    const popup = await profile.openPopup(page);
    await clickAway(popup, offerOf(mastodon.host));
    await untilPrompted();
    expect(await accessOf(profile)).toEqual({ registered: [], origins: [] });
    expect(await traces(page)).toBe(0);
    await untilText(await profile.openPopup(page), /^Nothing was changed/);
    await profile.closePopup();
    await page.close();
  });
});

describe('a site that the person chose', () => {
  it('has the bar in its open tabs, once in each and without a reload, and in new ones', async () => {
    const [other, page] = [await openHome(mastodon), await openHome(mastodon)];
    await chooseSite(profile, page, mastodon.host);
    for (const tab of [page, other]) {
      await tab.bringToFront();
      await untilBar(tab, mastodon.anchor);
      expect(await isTheSame(tab)).toBe(true);
    }
    const scripts = { js: ['site-mastodon.js', 'timeline.js'], css: ['assets/marks.css'] };
    expect(await accessOf(profile)).toEqual({
      registered: [{ host: mastodon.host, ...scripts, persists: true }],
      origins: [patternOf(mastodon.host)],
    });
    const fresh = await openHome(mastodon);
    await untilBar(fresh, mastodon.anchor);
    for (const tab of [page, other, fresh]) await tab.close();
  });

  it('is still there after the browser was closed and opened again', async () => {
    await profile.browser.close();
    await launch(profile.folder);
    await untilRegistered(profile, mastodon.host);
    const page = await openHome(mastodon);
    await untilBar(page, mastodon.anchor);
    await page.close();
  });

  it('is gone when it is removed, also from its open page, and is offered again', async () => {
    const page = await openHome(mastodon);
    await untilBar(page, mastodon.anchor);
    await removeSite(mastodon.host);
    await untilTraceless(page);
    expect(await isTheSame(page)).toBe(true);
    expect(await accessOf(profile)).toEqual({ registered: [], origins: [] });
    await page.reload();
    await page.waitForSelector('#mastodon article');
    const popup = await profile.openPopup(page);
    await untilShown(popup, offerOf(mastodon.host));
    expect(await traces(page)).toBe(0);
    await profile.closePopup();
    await page.close();
  });

  it('comes back into the same page when it is chosen again', async () => {
    const page = await openHome(mastodon);
    await chooseSite(profile, page, mastodon.host);
    await untilBar(page, mastodon.anchor);
    await removeSite(mastodon.host);
    await untilTraceless(page);
    await chooseSite(profile, page, mastodon.host);
    await untilBar(page, mastodon.anchor);
    expect(await isTheSame(page)).toBe(true);
    await page.close();
  });

  it('is gone also from a page that was put away while it was removed', async () => {
    const page = await openHome(mastodon);
    await untilBar(page, mastodon.anchor);
    await page.goto(glitch.home);
    await removeSite(mastodon.host);
    await page.bringToFront();
    await page.goBack();
    await untilTraceless(page);
    await chooseSite(profile, page, mastodon.host);
    await page.close();
  });

  it('is gone when the permission is taken back in the browser', async () => {
    const page = await openHome(mastodon);
    await untilBar(page, mastodon.anchor);
    await takeInBrowser(profile, mastodon.host);
    await untilTraceless(page);
    await untilRegistered(profile);
    expect(await isTheSame(page)).toBe(true);
    await page.close();
  });
});

describe('a permission that the browser gives', () => {
  it('begins the site that the person chose, though the prompt has closed the popup, and a settings file may have asked too', async () => {
    await keepInExtension(profile, 'awaitedSites', [{ host: mastodon.host, software: 'mastodon' }]);
    const page = await openHome(mastodon);
    const popup = await profile.openPopup(page);
    await clickAway(popup, offerOf(mastodon.host));
    await untilPrompted();
    await untilRegistered(profile);
    // Perch had it before, so being allowed it there gives it at once, as a yes to the prompt does.
    await allowInBrowser(profile, mastodon.host);
    await page.bringToFront();
    await untilBar(page, mastodon.anchor);
    await untilRegistered(profile, mastodon.host);
    expect(await isTheSame(page)).toBe(true);
    const options = await profile.open(profile.address('options.html'));
    await untilShown(options, removeOf(mastodon.host));
    await untilGone(options, { role: 'button', name: `Allow ${mastodon.host}` });
    await options.close();
    await page.close();
  });

  it('does not make Perch run anywhere else, however broad it is', async () => {
    await allowEverywhere(profile);
    expect((await accessOf(profile)).origins).toContain('https://*/*');
    const page = await openHome(glitch);
    const popup = await profile.openPopup(page);
    await untilShown(popup, offerOf(glitch.host));
    await untilRegistered(profile, mastodon.host);
    expect(await traces(page)).toBe(0);
    await page.close();
  });

  it('does not keep a site that is removed, and needs no prompt for the next one, however broad it is', async () => {
    const [page, gone] = [await openHome(glitch), await openHome(mastodon)];
    await untilBar(gone, mastodon.anchor);
    await removeSite(mastodon.host);
    await untilTraceless(gone);
    const popup = await profile.openPopup(page);
    await click(popup, offerOf(glitch.host));
    await untilText(popup, /^Perch now works on/);
    await page.bringToFront();
    await untilBar(page, glitch.anchor);
    await untilRegistered(profile, glitch.host);
    await page.close();
    await gone.close();
  });
});
