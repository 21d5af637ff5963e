import { browser } from 'wxt/browser';

/** Whether a tab can be heard; one that the person muted cannot, and our own sound is in none. Needs no permission. */
export async function isTabHeard(): Promise<boolean> {
  return (await browser.tabs.query({ audible: true, muted: false })).length > 0;
}

/** Calls back whenever that may have changed, and wakes the background for it; answers how to stop. */
export function watchTabs(listener: () => void): () => void {
  const handleUpdated = (_tabId: number, change: { audible?: boolean; mutedInfo?: unknown }) => {
    if (change.audible !== undefined || change.mutedInfo !== undefined) listener();
  };
  const handleRemoved = () => listener();
  browser.tabs.onUpdated.addListener(handleUpdated);
  browser.tabs.onRemoved.addListener(handleRemoved);
  return () => {
    browser.tabs.onUpdated.removeListener(handleUpdated);
    browser.tabs.onRemoved.removeListener(handleRemoved);
  };
}
