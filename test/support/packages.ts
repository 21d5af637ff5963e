import * as v from 'valibot';

export const STORES = ['chrome', 'edge', 'firefox'] as const;
export type Store = (typeof STORES)[number];

const texts = v.array(v.string());
export const ManifestSchema = v.object({
  key: v.optional(v.string()),
  permissions: texts,
  host_permissions: v.optional(texts),
  optional_permissions: v.optional(texts),
  optional_host_permissions: texts,
  content_scripts: v.array(v.object({ matches: texts })),
  web_accessible_resources: v.optional(v.array(v.unknown())),
});
type Manifest = v.InferOutput<typeof ManifestSchema>;

/** All that the browser grants or is asked to, sites by their names. */
export function askedFor(manifest: Manifest): string[] {
  const { content_scripts: scripts, host_permissions: hosts = [] } = manifest;
  const sites = [...hosts, ...scripts.flatMap(({ matches }) => matches)];
  return distinct([
    ...manifest.permissions,
    ...(manifest.optional_permissions ?? []),
    ...manifest.optional_host_permissions,
    ...sites.map((match) => match.replace(/^https:\/\/([^/*]+)\/\*$/, '$1')),
  ]);
}

const SECTION = /^## What the extension may do$([^]*?)^## /m;

/** What the README gives a reason for in that store's package: a row with “not in Firefox” is of the others alone. */
export function reasonsFor(readme: string, store: Store): string[] {
  const rows = (SECTION.exec(readme)?.[1] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const given = rows.map((row) =>
    row
      .split('|')
      .slice(1, 3)
      .map((cell) => cell.trim()),
  );
  return distinct(
    given
      .filter(
        ([what = '', why = '']) => why !== '' && !(store === 'firefox' && what.includes('not in Firefox')),
      )
      .flatMap(([what = '']) => [...what.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)),
  );
}

const distinct = (names: string[]) => [...new Set(names)].toSorted();
