import { type ReadonlySignal, signal } from '@preact/signals';
import { allowSite } from '../../platform/allow-site.ts';
import { changeBar } from '../../platform/bar-shelf.ts';
import { awaitedSites } from '../../platform/choices-store.ts';
import { checkOpenTimeline } from '../../platform/health.ts';
import { send } from '../../platform/messaging.ts';
import { barSettings, chosenSites } from '../../platform/store.ts';
import { browserVersion } from '../../platform/version.ts';
import { areAllowed, askForAll, listenForGrants } from '../../platform/site-access.ts';
import { FIXED_SITES } from '../../sites/fixed.ts';
import { matchesOfSites, refusedNames } from '../../sites/refused.ts';
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

/** The sites of the manifest that the browser keeps us from, as the person takes and gives them. */
async function followRefused(): Promise<ReadonlySignal<readonly string[]>> {
  const refused = signal<readonly string[]>([]);
  const look = async () => {
    refused.value = await refusedNames(areAllowed);
  };
  await look();
  listenForGrants(
    () => void look(),
    () => void look(),
  );
  return refused;
}

export async function connectSites(): Promise<SiteOptions> {
  const [bar, chosen, awaited, browser, refused] = await Promise.all([
    follow(barSettings),
    follow(chosenSites),
    follow(awaitedSites),
    browserVersion(),
    followRefused(),
  ]);
  return {
    bar,
    chosen,
    awaited,
    browser,
    changeBar,
    copy,
    fixed: FIXED_SITES,
    refused,
    allowFixed: () => askForAll(matchesOfSites(refused.value)),
    removeSite: (host) => send('background:removeSite', { host }),
    checkTimeline: checkOpenTimeline,
    dropAwaited,
    allow: allowSite,
  };
}
