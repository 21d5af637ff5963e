import { DEMO_SITE, KNOWN_SITES } from './scripts.ts';

const SITES = import.meta.env.PERCH_DEMO ? [...KNOWN_SITES, DEMO_SITE] : KNOWN_SITES;

/** The host names of each site that the manifest names, the best known first. */
export const FIXED_SITES: readonly (readonly string[])[] = SITES.map(({ matches }) =>
  matches.map((match) => new URL(match).hostname),
);

/** All names of the site that has this one, or null for a host that the manifest does not name. */
export function fixedNames(host: string): readonly string[] | null {
  return FIXED_SITES.find((names) => names.includes(host)) ?? null;
}
