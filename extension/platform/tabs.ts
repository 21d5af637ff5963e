import { browser } from 'wxt/browser';
import { frontTab } from './first-reads.ts';
import { findPages } from './offscreen.ts';

/** A tab with a page of ours. */
interface OwnTab {
  tabId: number;
  windowId: number;
}

const MICROPHONE_PAGE = '/microphone.html';
const MICROPHONE_CHECK = `${MICROPHONE_PAGE}?check`;

/** Not every Firefox that we work in has `getContexts`, and every one lets our pages see each other. */
async function findByViews(path: string): Promise<OwnTab[]> {
  const views = browser.extension.getViews({ type: 'tab' }) as (Window & { browser: typeof browser })[];
  const found = views.filter(({ location }) => `${location.pathname}${location.search}` === path);
  const tabs = await Promise.all(found.map((view) => view.browser.tabs.getCurrent()));
  return tabs.flatMap((tab) => (tab?.id === undefined ? [] : [{ tabId: tab.id, windowId: tab.windowId! }]));
}

function findTabs(path: string): Promise<OwnTab[]> {
  return import.meta.env.FIREFOX ? findByViews(path) : findPages('TAB', path);
}

export async function isMicrophoneTabOpen(): Promise<boolean> {
  return (await findTabs(MICROPHONE_PAGE)).length > 0;
}

async function showTab(tabId: number, windowId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** The tab that the person looks at, or else one in another window; none in a stage window, which shows no tabs. */
async function presentTab() {
  const isTab = { active: true, windowType: 'normal' } as const;
  const [looked] = await browser.tabs.query({ ...isTab, lastFocusedWindow: true });
  if (looked) return looked;
  const others = await browser.tabs.query(isTab);
  return others.find(({ incognito }) => !incognito);
}

/** Shows the tab that asks for the microphone, or the one that checks it: the one that is open, or a new one beside the present tab. */
export async function showMicrophoneTab(isCheck = false): Promise<void> {
  const url = isCheck ? MICROPHONE_CHECK : MICROPHONE_PAGE;
  const [open] = await findTabs(url);
  if (open) return showTab(open.tabId, open.windowId);
  const present = await presentTab();
  const isUsable = present !== undefined && !present.incognito;
  if (isUsable) {
    const { id: openerTabId, index, windowId } = present;
    await browser.tabs.create({ url, openerTabId, windowId, index: index + 1 });
    await browser.windows.update(windowId, { focused: true });
    return;
  }
  // Extension pages cannot open in private windows.
  await browser.windows.create({ url, incognito: false });
}

/** Brings the window this page is in to the front. */
export async function showThisWindow(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab) await browser.windows.update(tab.windowId!, { focused: true });
}

/** Closes the tab this page is in and gives the focus back to the one it came from. */
export async function closeThisTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.openerTabId !== undefined) await browser.tabs.update(tab.openerTabId, { active: true });
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

/** The address of the page in front; null where it is not for us to know. A click on the toolbar lets the popup know it. */
export async function pageInFront(): Promise<string | null> {
  return (await frontTab())?.url ?? null;
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
