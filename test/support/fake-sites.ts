import { signal, type Signal } from '@preact/signals';
import type { ChosenSite } from '#shared/schema/site.ts';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import type { SiteDesk } from '#shared/ui/site/site-desk.ts';
import type { SiteOptions } from '../../extension/entrypoints/options/site-options.ts';
import type { Health } from '../../extension/platform/health.ts';

export interface FakeSites extends SiteOptions {
  bar: Signal<BarSettings>;
  chosen: Signal<ChosenSite[]>;
  refused: Signal<string[]>;
  awaited: Signal<ChosenSite[]>;
  /** What the person answers to the browser. */
  answer: boolean;
  /** What the open timeline answers; null when there is none. */
  health: Health | null;
  copied: string[];
  mayCopy: boolean;
}

interface FakeSitesState {
  bar?: Partial<BarSettings>;
  chosen?: ChosenSite[];
  awaited?: ChosenSite[];
  refused?: string[];
  health?: Health | null;
}

/** The options about sites over settings that are kept in memory. */
export function fakeSites({
  bar,
  chosen = [],
  awaited = [],
  refused = [],
  health = null,
}: FakeSitesState = {}): FakeSites {
  const fake: FakeSites = {
    bar: signal({ ...BAR_AS_IT_COMES, ...bar }),
    chosen: signal(chosen),
    awaited: signal(awaited),
    refused: signal(refused),
    answer: true,
    health,
    copied: [],
    mayCopy: true,
    fixed: [['x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'], ['bsky.app']],
    browser: 'Chromium 156.0.8078.79',
    async changeBar(change) {
      fake.bar.value = change(fake.bar.value);
      return { fault: null };
    },
    async allowFixed() {
      if (fake.answer) fake.refused.value = [];
      return fake.answer;
    },
    async removeSite(host) {
      fake.chosen.value = fake.chosen.value.filter((site) => site.host !== host);
      return { fault: null };
    },
    async dropAwaited(host) {
      fake.awaited.value = fake.awaited.value.filter((site) => site.host !== host);
    },
    async allow(site) {
      if (!fake.answer) return false;
      fake.chosen.value = [...fake.chosen.value, site];
      await fake.dropAwaited(site.host);
      return true;
    },
    checkTimeline: async () => fake.health,
    async copy(text) {
      if (fake.mayCopy) fake.copied.push(text);
      return fake.mayCopy;
    },
  };
  return fake;
}

export interface FakeSite extends SiteDesk {
  calls: string[];
  /** What the person answers to the browser. */
  answer: boolean | Promise<boolean>;
}

/** The site under the popup, which notes what is asked of it. */
export function fakeSite(host: string, isAllowed: boolean): FakeSite {
  const allowed = signal(isAllowed);
  const fake: FakeSite = {
    calls: [],
    answer: true,
    host,
    names: [host],
    isAllowed: allowed,
    wasRefused: false,
    async allow() {
      fake.calls.push('allow');
      allowed.value = await fake.answer;
      return allowed.value;
    },
    async showBar() {
      fake.calls.push('showBar');
      return { fault: null };
    },
  };
  return fake;
}
