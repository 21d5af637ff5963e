import type { Site } from './site.ts';

/** A page gets the script of one adapter, which offers it, and then the script of the bar, which takes it. */
const page = globalThis as { perchSite?: Site };

export function offerSite(site: Site): void {
  page.perchSite = site;
}

export function offeredSite(): Site | null {
  return page.perchSite ?? null;
}
