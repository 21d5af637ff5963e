import { demo } from './demo.ts';
import type { Site } from './site.ts';

const SITES: readonly Site[] = import.meta.env.PERCH_DEMO ? [demo] : [];

/** The adapter for an address, if Perch knows the site. */
export function siteFor(url: URL): Site | null {
  return SITES.find((site) => site.matches(url)) ?? null;
}
