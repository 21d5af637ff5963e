import * as v from 'valibot';
import { NothingSchema } from '#shared/schema/api.ts';
import { FollowSourcesSchema } from '#shared/schema/follows.ts';
import { verb } from './page-protocol.ts';

const ById = v.strictObject({ id: v.pipe(v.string(), v.maxLength(600)) });

/** What our own pages ask about whom the person follows; loaded by whoever shows it. */
export const FOLLOWS_PROTOCOL = {
  /** Of whom this device knows the follows, and how that stands. */
  'background:follows': { from: 'page', request: NothingSchema, reply: FollowSourcesSchema },
  /** A Bluesky handle, a full Mastodon name, or the address of a profile; its list is read before this answers. */
  'background:addFollows': verb(v.strictObject({ name: v.pipe(v.string(), v.maxLength(500)) })),
  'background:readFollows': verb(ById),
  'background:removeFollows': verb(ById),
  /** As `removeFollows`, for an own identity by its id. */
  'background:stopFollows': verb(ById),
} as const;
