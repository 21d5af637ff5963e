import { type ReadonlySignal, signal } from '@preact/signals';
import { changeBar } from '../../platform/bar-shelf.ts';
import { checkOpenTimeline } from '../../platform/health.ts';
import { send } from '../../platform/messaging.ts';
import { barSettings, chosenSites, type Item } from '../../platform/store.ts';
import { browserVersion } from '../../platform/version.ts';
import { FIXED_SITES } from '../../sites/fixed.ts';
import type { SiteOptions } from './site-options.ts';

/** A stored value for as long as the page stands. */
async function follow<T>(item: Item<T>): Promise<ReadonlySignal<T>> {
  const value = signal<T>(await item.get());
  item.watch(() => void item.get().then((next) => (value.value = next)));
  return value;
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
  const [bar, chosen, browser] = await Promise.all([
    follow(barSettings),
    follow(chosenSites),
    browserVersion(),
  ]);
  return {
    bar,
    chosen,
    browser,
    changeBar,
    copy,
    fixed: FIXED_SITES,
    removeSite: (host) => send('background:removeSite', { host }),
    checkTimeline: checkOpenTimeline,
  };
}
