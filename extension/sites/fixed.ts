import { DEMO_SITE, KNOWN_SITES, scriptsFor, type SiteScripts } from './scripts.ts';

const SITES = import.meta.env.PERCH_DEMO ? [...KNOWN_SITES, DEMO_SITE] : KNOWN_SITES;

/** The host names of each site that the manifest names, the best known first. */
export const FIXED_SITES: readonly (readonly string[])[] = SITES.map(({ matches }) =>
  matches.map((match) => new URL(match).hostname),
);

/** The patterns of the manifest for the site that has this host; empty for one that it does not name. */
export function fixedMatches(host: string): readonly string[] {
  return (
    SITES.find(({ matches }) => matches.some((match) => new URL(match).hostname === host))?.matches ?? []
  );
}

/** Those that name this host itself, of all that the site has. */
export function ownMatches(host: string): readonly string[] {
  return fixedMatches(host).filter((match) => new URL(match).hostname === host);
}

/** The scripts of the site that has this host; null for one that the manifest does not name. */
export function fixedScripts(host: string): SiteScripts | null {
  const id = SITES.find(({ matches }) => matches.some((match) => new URL(match).hostname === host))?.id;
  return id === undefined ? null : scriptsFor(id);
}

/** All names of the site that has this one, or null for a host that the manifest does not name. */
export function fixedNames(host: string): readonly string[] | null {
  return FIXED_SITES.find((names) => names.includes(host)) ?? null;
}
