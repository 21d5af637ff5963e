import { browser } from 'wxt/browser';
import { frontTab } from './first-reads.ts';
import { send } from './messaging.ts';

/** Scripts and sheets that the browser puts into the pages of one host. */
export interface HostScripts {
  host: string;
  js: string[];
  css: string[];
}

/** Marks our registrations apart from those of a development build. */
const ID = 'site:';

const patternOf = (host: string) => `https://${host}/*`;
const idOf = (host: string) => `${ID}${host}`;

/** Asks the person for a host. Browsers take only the first thing that a click does for the click's. */
export function askForHost(host: string): Promise<boolean> {
  // A host that those who run this computer keep from extensions is refused as if the person had said no.
  return browser.permissions.request({ origins: [patternOf(host)] }).catch(() => false);
}

export function isAllowed(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(host)] });
}

/**
 * Whether the browser lets us into all that these patterns of the manifest name, which a person may take back. Chromium
 * only lists what scripts alone are let into; Firefox does not list what a broader permission covers.
 */
export async function areAllowed(origins: readonly string[]): Promise<boolean> {
  if (await browser.permissions.contains({ origins: [...origins] })) return true;
  const { origins: listed = [] } = await browser.permissions.getAll();
  return origins.every((origin) => listed.includes(origin));
}

/** Asks the person to let us in there again; the first thing that a click does, as with `askForHost`. */
export function askForAll(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] }).catch(() => false);
}

export async function giveBack(host: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(host)] });
}

const hostsOf = (origins: readonly string[]) =>
  origins.flatMap((origin) => /^https:\/\/([^/]+)\/\*$/.exec(origin)?.[1] ?? []);

/** Tells when the person gives or takes hosts, here or in the browser's own settings. Call it in the worker's first turn. */
export function listenForGrants(
  onGiven: (hosts: string[]) => void,
  onTaken: (hosts: string[]) => void,
): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => onGiven(hostsOf(origins)));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => onTaken(hostsOf(origins)));
}

/** What is registered now for hosts that the person chose. */
export async function registeredScripts(): Promise<HostScripts[]> {
  const all = await browser.scripting.getRegisteredContentScripts();
  return all
    .filter(({ id }) => id.startsWith(ID))
    .map(({ id, js = [], css = [] }) => ({ host: id.slice(ID.length), js, css }));
}

export async function registerScripts(scripts: readonly HostScripts[]): Promise<void> {
  await browser.scripting.registerContentScripts(
    scripts.map(({ host, js, css }) => ({
      id: idOf(host),
      matches: [patternOf(host)],
      js,
      css,
      runAt: 'document_end',
      persistAcrossSessions: true,
    })),
  );
}

export async function unregisterScripts(hosts: readonly string[]): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: hosts.map(idOf) });
}

async function injectInto(tabId: number, { js, css }: HostScripts): Promise<void> {
  // A tab that answers has our script already.
  const isThere = await send('bar:health', {}, tabId).catch(() => null);
  if (isThere) return;
  await browser.scripting.insertCSS({ target: { tabId }, files: css });
  await browser.scripting.executeScript({ target: { tabId }, files: js as never[] });
}

/** Puts the scripts into the pages of the host that are open, without waiting for any that hangs. */
export async function injectNow(scripts: HostScripts): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: patternOf(scripts.host) })) {
    // A tab that sleeps or shows an error gets them when it loads.
    if (id !== undefined) void injectInto(id, scripts).catch(() => undefined);
  }
}

/** Tells the page in one tab, if it is of this host and ours is in it, to be as it was. */
export async function switchOffIn(tabId: number, host: string): Promise<void> {
  // Most tabs have nothing of ours that could answer.
  await send('bar:off', { host }, tabId).catch(() => undefined);
}

/** As `switchOffIn` in every tab: which ones the host's are cannot be seen any more once its permission is gone. */
export async function switchOffEverywhere(host: string): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) void switchOffIn(id, host);
}

/** The tab that the popup stands over, where a click on the toolbar has let us know its address. */
export async function tabInFront(): Promise<{ id: number; url: URL } | null> {
  const tab = await frontTab();
  if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return null;
  return { id: tab.id, url: new URL(tab.url) };
}

/** Runs a function that stands alone in a tab's page, and answers what it does; null where the browser lets nobody in. */
export async function runIn<Given, Answer>(
  tabId: number,
  func: (given: Given) => Answer,
  given: Given,
): Promise<Answer | null> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func,
      args: [given],
      injectImmediately: true,
    });
    return (frame?.result ?? null) as Answer | null;
  } catch {
    return null;
  }
}
