import type { Page } from 'puppeteer-core';
import { click, untilText } from './accessible.ts';
import type { Profile } from './chromium.ts';
import { until } from './until.ts';

/** What of the browser the pages here reach. */
interface Chrome {
  scripting: {
    getRegisteredContentScripts(): Promise<
      { matches: string[]; js: string[]; css: string[]; persistAcrossSessions: boolean }[]
    >;
  };
  permissions: {
    getAll(): Promise<{ origins: string[] }>;
    request(wanted: { origins: string[] }): Promise<boolean>;
  };
  runtime: { getManifest(): { content_scripts: { matches: string[] }[] } };
  /** What chrome://extensions itself calls when a person uses it. */
  developerPrivate: Record<
    'addHostPermission' | 'removeHostPermission',
    (id: string, pattern: string) => Promise<void>
  >;
}
declare const chrome: Chrome;

const EVERYWHERE = 'https://*/*';

export const offerOf = (host: string) => ({ role: 'button', name: `Show Spaces on ${host}` });
export const removeOf = (host: string) => ({ role: 'button', name: `Remove ${host}` });
export const patternOf = (host: string) => `https://${host}/*`;

/** Runs a function in the browser's own page about extensions. */
async function inBrowserSettings(
  profile: Profile,
  verb: keyof Chrome['developerPrivate'],
  pattern: string,
): Promise<void> {
  const page = await profile.open('chrome://extensions');
  const { id } = profile.extension;
  await page.evaluate((name, own, wanted) => chrome.developerPrivate[name](own, wanted), verb, id, pattern);
  await page.close();
}

/**
 * Lets Perch have a host in the browser's own settings. No test can click Chromium's prompt, which is drawn outside of
 * every page; a host that was allowed here is given without one when Perch asks for it, and at once when it had asked before.
 */
export function allowInBrowser(profile: Profile, host: string): Promise<void> {
  return inBrowserSettings(profile, 'addHostPermission', patternOf(host));
}

export function takeInBrowser(profile: Profile, host: string): Promise<void> {
  return inBrowserSettings(profile, 'removeHostPermission', patternOf(host));
}

/** Every https host, which nobody can give from within Perch. */
export async function allowEverywhere(profile: Profile): Promise<void> {
  await inBrowserSettings(profile, 'addHostPermission', EVERYWHERE);
  const options = await profile.open(profile.address('options.html'));
  // As in a click: what a test evaluates counts as the person's.
  await options.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), EVERYWHERE);
  await options.close();
}

/** Chooses a site in the popup over one of its pages, and says yes. */
export async function chooseSite(profile: Profile, page: Page, host: string): Promise<void> {
  await allowInBrowser(profile, host);
  const popup = await profile.openPopup(page);
  await click(popup, offerOf(host));
  await untilText(popup, new RegExp(`^Perch now works on ${host.replaceAll('.', '\\.')}`));
  await profile.closePopup();
  await page.bringToFront();
}

/** Where Perch works beside what its manifest names, by what the browser holds. */
export interface Access {
  registered: { host: string; js: string[]; css: string[]; persists: boolean }[];
  origins: string[];
}

export async function accessOf(profile: Profile): Promise<Access> {
  const page = await profile.open(profile.address('options.html'));
  const access = await page.evaluate(async () => {
    const named = chrome.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
    const [scripts, { origins }] = await Promise.all([
      chrome.scripting.getRegisteredContentScripts(),
      chrome.permissions.getAll(),
    ]);
    const registered = scripts.map(({ matches, js, css, persistAcrossSessions: persists }) => ({
      host: new URL(matches.join()).hostname,
      js,
      css,
      persists,
    }));
    return { registered, origins: origins.filter((origin) => !named.includes(origin)) };
  });
  await page.close();
  return access;
}

export async function untilRegistered(profile: Profile, ...hosts: string[]): Promise<void> {
  await until(`scripts for ${hosts.join(', ') || 'no host'}`, async () => {
    const { registered } = await accessOf(profile);
    const there = registered.map(({ host }) => host).toSorted();
    return there.join() === hosts.toSorted().join();
  });
}

/** How many elements of the page are ours or carry something of ours. */
export function traces(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    return all.filter(
      ({ localName, attributes }) =>
        localName.startsWith('perch-') || [...attributes].some(({ name }) => name.startsWith('data-perch')),
    ).length;
  });
}

export async function untilTraceless(page: Page): Promise<void> {
  await until('a page without trace', async () => (await traces(page)) === 0);
}
