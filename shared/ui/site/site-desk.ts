import type { ReadonlySignal } from '@preact/signals';
import type { Outcome } from '#shared/schema/view.ts';

/** The site that the popup stands over, for shells that can see it. */
export interface SiteDesk {
  host: string;
  /** All names of the same site, this one with them. */
  names: readonly string[];
  /** Whether Perch works there, apart from what the person decided about bars. */
  isAllowed: ReadonlySignal<boolean>;
  /** The browser asked a little while ago, which may have closed the popup, and the person said no. */
  wasRefused: boolean;
  /**
   * Asks the browser to let Perch work there; false when the person said no. Called first thing in a click, which the
   * browser takes for the person's wish to be asked.
   */
  allow(): Promise<boolean>;
  /** Takes back all that the person decided against the bar there. */
  showBar(): Promise<Outcome>;
}
