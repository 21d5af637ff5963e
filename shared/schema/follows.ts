import * as v from 'valibot';
import { FaultSchema } from './errors.ts';
import { HostNameSchema } from './host-name.ts';

/** Networks that tell whom somebody follows. */
export const FOLLOW_NETWORKS = ['bluesky', 'mastodon'] as const;
export type FollowNetwork = (typeof FOLLOW_NETWORKS)[number];

/**
 * How it stands with whom an account follows: not read yet, read, its server tells nobody without leave, or the last
 * reading failed.
 */
export const FOLLOW_STATES = ['new', 'read', 'needs-leave', 'failed'] as const;

/** An account whose follows this device knows; the list itself stays in the background. */
export const FollowSourceSchema = v.object({
  id: v.string(),
  network: v.picklist(FOLLOW_NETWORKS),
  /** As people write it, with its `@`. */
  handle: v.string(),
  /** The id of the person's own identity that it came with; null for one that they named. */
  identity: v.nullable(v.string()),
  /** The person wants it not to be read. */
  isOff: v.boolean(),
  /** It is read with the person's leave. */
  hasLeave: v.boolean(),
  state: v.picklist(FOLLOW_STATES),
  /** Why the last reading failed. */
  fault: v.nullable(FaultSchema),
  /** How many people are known. */
  count: v.number(),
  /** When they were last read in full, ms since the epoch. */
  readAt: v.nullable(v.number()),
});
export type FollowSource = v.InferOutput<typeof FollowSourceSchema>;
export const FollowSourcesSchema = v.array(FollowSourceSchema);

/** An account as a person names it. */
export type FollowName =
  | { network: 'bluesky'; handle: string }
  | { network: 'mastodon'; user: string; domain: string };

const FULL_NAME = /^([a-z0-9](?:[a-z0-9_.-]{0,98}[a-z0-9])?|_[a-z0-9_]{0,99})@([^@/\s]+)$/i;
const PROFILE = /^https?:\/\/([^/@\s]+)\/(?:profile\/([^/@\s]+)|@([^/@\s]+))\/?$/i;

function hostIn(text: string): string | null {
  const host = v.safeParse(HostNameSchema, text);
  return host.success ? host.output : null;
}

/**
 * A Bluesky handle (`ana.bsky.social`), a full Mastodon name (`@ana@wren.example`), or the address of a profile of either;
 * null for anything else.
 */
export function followNameOf(text: string): FollowName | null {
  const [, site, handle, local] = PROFILE.exec(text.trim()) ?? [];
  const name = handle ?? (local ? `${local}@${site}` : text.trim().replace(/^@/, ''));
  const [, user, domain] = FULL_NAME.exec(name) ?? [];
  const host = hostIn(domain ?? name);
  if (!host || (!user && /[@/:]/.test(name))) return null;
  return user
    ? { network: 'mastodon', user: user.toLowerCase(), domain: host }
    : { network: 'bluesky', handle: host };
}
