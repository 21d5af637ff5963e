import type { ReadonlySignal } from '@preact/signals';
import type { ChosenSite } from '#shared/schema/site.ts';
import type { BarSettings, Outcome } from '#shared/schema/view.ts';
import type { Health } from '../../platform/health.ts';

/** What the sections about sites, the bar and the adapters show and can do. */
export interface SiteOptions {
  bar: ReadonlySignal<BarSettings>;
  changeBar(change: (bar: BarSettings) => BarSettings): Promise<Outcome>;
  /** The sites that Perch knows by name, each by all its host names. */
  fixed: readonly (readonly string[])[];
  /** The names of those that the browser keeps us from. */
  refused: ReadonlySignal<readonly string[]>;
  /** Asks the browser to let us into all of these again; true when the person said yes. Call it first in a click. */
  allowFixed(): Promise<boolean>;
  /** The hosts that the person added. */
  chosen: ReadonlySignal<readonly ChosenSite[]>;
  removeSite(host: string): Promise<Outcome>;
  /** Sites from a settings file that the browser has yet to let us into. */
  awaited: ReadonlySignal<readonly ChosenSite[]>;
  dropAwaited(host: string): Promise<void>;
  /** Asks for a site in the browser's own prompt; true when the person said yes. Call it first in a click. */
  allow(site: ChosenSite): Promise<boolean>;
  /** The timeline that was used last; null when none is open. */
  checkTimeline(): Promise<Health | null>;
  /** The browser by name and version. */
  browser: string;
  /** False when the browser does not let us. */
  copy(text: string): Promise<boolean>;
}
