import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';

/** Browsers tell of a change only of late. */
const LOOK_EVERY_MS = 1_000;

interface Action {
  getUserSettings?(): Promise<{ isOnToolbar?: boolean }>;
}

async function isPinnedNow(): Promise<boolean | null> {
  const { getUserSettings } = browser.action as Action;
  if (!getUserSettings) return null;
  return (await getUserSettings()).isOnToolbar ?? null;
}

/** Whether the icon of Perch stands in the toolbar, looked at while the page is seen; null where the browser does not tell. */
export async function followPin(until: AbortSignal): Promise<ReadonlySignal<boolean | null>> {
  const isPinned = signal(await isPinnedNow());
  const look = async () => {
    if (document.visibilityState === 'visible') isPinned.value = await isPinnedNow();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  until.addEventListener('abort', () => clearInterval(timer));
  return isPinned;
}
