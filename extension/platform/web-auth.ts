import { browser } from 'wxt/browser';
import type { FaultCode } from '#shared/schema/errors.ts';
import { keepAwake } from './keep-awake.ts';

/** Where a sign-in ended, or why it did not. */
export type WebAuth = { address: string; fault: null } | { address: null; fault: FaultCode };

/** Chrome's words for a page of the network's that did not load; all else is the person's closing of the window. */
const NOT_LOADED = /could not be loaded/i;

/** The address at which the browser gives a sign-in back to us. */
export function signInBack(): string {
  return browser.identity.getRedirectURL();
}

/** Opens a window for a sign-in and waits until it ends at `signInBack`, or is closed. */
export async function openWebAuth(url: string): Promise<WebAuth> {
  // Firefox would stop the background while the person is still at the network.
  const release = import.meta.env.FIREFOX ? keepAwake() : null;
  try {
    const address = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    return address ? { address, fault: null } : { address: null, fault: 'sign_in_cancelled' };
  } catch (error) {
    const isNotLoaded = error instanceof Error && NOT_LOADED.test(error.message);
    return { address: null, fault: isNotLoaded ? 'network_unreachable' : 'sign_in_cancelled' };
  } finally {
    release?.();
  }
}
