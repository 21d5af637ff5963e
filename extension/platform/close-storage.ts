import { browser } from 'wxt/browser';

/**
 * Keeps what we store out of the reach of scripts in pages, ours too: none of them needs it. Firefox lets them read what
 * outlives the browser, whatever we say; what must stay secret is in the tables of `database.ts` in any case.
 */
export async function closeStorage(): Promise<void> {
  if (!import.meta.env.FIREFOX)
    await browser.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
