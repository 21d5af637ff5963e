import * as v from 'valibot';

/** What Perch knows how to work with on hosts that people name themselves. */
export const SOFTWARE_IDS = ['mastodon', 'phanpy', 'elk', 'bluesky'] as const;
export type SoftwareId = (typeof SOFTWARE_IDS)[number];

/** A whole host name as addresses have it: no port, no pattern. */
export const HostSchema = v.pipe(
  v.string(),
  v.maxLength(253),
  v.regex(/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/),
);

/** A host where a person wants Perch to work, beside those that it knows by name. */
export const ChosenSiteSchema = v.strictObject({ host: HostSchema, software: v.picklist(SOFTWARE_IDS) });
export type ChosenSite = v.InferOutput<typeof ChosenSiteSchema>;

/** A choice that the browser has yet to ask the person about, made `at` (ms since the epoch). */
export const WishSchema = v.object({ site: ChosenSiteSchema, at: v.number() });
export type Wish = v.InferOutput<typeof WishSchema>;
