import { FIXED_SITES, fixedMatches, ownMatches } from './fixed.ts';

/** Whether the browser lets us into all that these patterns of the manifest name. */
export type AreAllowed = (origins: readonly string[]) => Promise<boolean>;

/** The names of the manifest's sites that the browser keeps us from; of a site with no name left, the best known one alone. */
export async function refusedNames(areAllowed: AreAllowed): Promise<readonly string[]> {
  const refused = FIXED_SITES.map(async (names) => {
    const allowed = await Promise.all(names.map((host) => areAllowed(ownMatches(host))));
    return allowed.includes(true) ? names.filter((_, at) => !allowed[at]) : names.slice(0, 1);
  });
  return (await Promise.all(refused)).flat();
}

/** What is asked for to have these names again: their sites whole, each pattern once. */
export function matchesOfSites(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.flatMap(fixedMatches))];
}
