import type { Health } from '../../platform/health.ts';

/** The lines of a bug report, the same in every language; no address, no name and no text of the page is among them. */
export function reportOf({ site, counts }: Health, perch: string, browser: string): string {
  const lines = Object.entries(counts).map(([name, count]) => `${name}: ${count}`);
  return [`Perch ${perch}`, browser, site, ...lines, ''].join('\n');
}
