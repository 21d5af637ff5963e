import { allowSite } from '../../platform/allow-site.ts';
import { changeBar } from '../../platform/bar-shelf.ts';
import { awaitedSites } from '../../platform/choices-store.ts';
import { checkOpenTimeline } from '../../platform/health.ts';
import { send } from '../../platform/messaging.ts';
import { barSettings, chosenSites } from '../../platform/store.ts';
import { browserVersion } from '../../platform/version.ts';
import { FIXED_SITES } from '../../sites/fixed.ts';
import { follow } from './follow-item.ts';
import type { SiteOptions } from './site-options.ts';

async function dropAwaited(host: string): Promise<void> {
  const awaited = await awaitedSites.get();
  await awaitedSites.set(awaited.filter((site) => site.host !== host));
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export async function connectSites(): Promise<SiteOptions> {
  const [bar, chosen, awaited, browser] = await Promise.all([
    follow(barSettings),
    follow(chosenSites),
    follow(awaitedSites),
    browserVersion(),
  ]);
  return {
    bar,
    chosen,
    awaited,
    browser,
    changeBar,
    copy,
    fixed: FIXED_SITES,
    removeSite: (host) => send('background:removeSite', { host }),
    checkTimeline: checkOpenTimeline,
    dropAwaited,
    async allow(site) {
      const isAllowed = await allowSite(site);
      if (isAllowed) await dropAwaited(site.host);
      return isAllowed;
    },
  };
}
