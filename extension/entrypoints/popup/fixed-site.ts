import { signal } from '@preact/signals';
import type { SiteDesk } from '#shared/ui/site/site-desk.ts';
import { fixedMatches, fixedNames, ownMatches } from '../../sites/fixed.ts';

/** What the browser and the settings do about a site. */
export interface SiteDoors {
  areAllowed(origins: readonly string[]): Promise<boolean>;
  askForAll(origins: readonly string[]): Promise<boolean>;
  showBar(names: readonly string[]): ReturnType<SiteDesk['showBar']>;
}

/** The site of the manifest that has this host, from which the browser may keep us, as a person may tell it to; null for another. */
export async function fixedSite(host: string, doors: SiteDoors): Promise<SiteDesk | null> {
  const names = fixedNames(host);
  if (!names) return null;
  const isAllowed = signal(await doors.areAllowed(ownMatches(host)));
  return {
    host,
    names,
    isAllowed,
    wasRefused: false,
    // The background goes on by itself where the prompt closes the popup.
    async allow() {
      isAllowed.value = await doors.askForAll(fixedMatches(host));
      return isAllowed.value;
    },
    showBar: () => doors.showBar(names),
  };
}
