import { injectNow, switchOffEverywhere } from '../platform/site-access.ts';
import { fixedScripts } from '../sites/fixed.ts';

/** Chromium takes all hosts at once from whoever keeps some: no page may hear of that after it was entered again. */
let left: Promise<unknown> = Promise.resolve();

/**
 * The sites of the manifest, which a person may refuse and allow again: the browser minds the pages that load from then
 * on, and this those that are open.
 */
export async function enterFixed(hosts: readonly string[]): Promise<void> {
  await left;
  for (const host of hosts) {
    const scripts = fixedScripts(host);
    if (scripts) await injectNow({ host, ...scripts });
  }
}

/** No page is left as it was while we were let in. */
export async function leaveFixed(hosts: readonly string[]): Promise<void> {
  left = Promise.all(hosts.filter((host) => fixedScripts(host)).map(switchOffEverywhere));
  await left;
}
