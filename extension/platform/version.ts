import { browser } from 'wxt/browser';

/** This build's version, as the manifest has it. */
export function version(): string {
  return browser.runtime.getManifest().version;
}
