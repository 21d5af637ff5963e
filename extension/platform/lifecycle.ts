import { browser } from 'wxt/browser';

/** What wakes the background; every listener must be added before its first turn of the event loop ends. */
export interface Wakers {
  onAlarm(name: string): void;
  onLastWindowClosed(): void;
  onTabClosed(tabId: number): void;
  onUpdateAvailable(): void;
  /** Once, on the day that the person gets Perch; never for an update. */
  onInstalled(): void;
  /** A keyboard shortcut of the manifest, by its name there. */
  onShortcut(name: string): void;
}

async function hasWindows(): Promise<boolean> {
  return (await browser.windows.getAll()).length > 0;
}

export function listenForWakers(wakers: Wakers): void {
  browser.alarms.onAlarm.addListener(({ name }) => wakers.onAlarm(name));
  browser.windows.onRemoved.addListener(() => {
    hasWindows().then(
      (are) => !are && wakers.onLastWindowClosed(),
      // The browser itself is closing, and the media host with it.
      () => undefined,
    );
  });
  browser.tabs.onRemoved.addListener((tabId) => wakers.onTabClosed(tabId));
  browser.runtime.onUpdateAvailable.addListener(() => wakers.onUpdateAvailable());
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') wakers.onInstalled();
  });
  browser.commands.onCommand.addListener((name) => wakers.onShortcut(name));
}

/** Wakes the background once, `delayMs` from now; set again, the earlier one is void. */
export async function setAlarm(name: string, delayMs: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: delayMs / 60_000 });
}

export async function clearAlarm(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

/** Starts the extension anew, with the update that waits. */
export function reload(): void {
  browser.runtime.reload();
}

/** The languages that the person reads, the dearest first, as the browser tells sites. */
export async function acceptLanguages(): Promise<string[]> {
  return browser.i18n.getAcceptLanguages();
}

/** Whether the browser was told to save data, where it says so. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
