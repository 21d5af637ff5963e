import * as v from 'valibot';
import { FaultSchema } from '#shared/schema/errors.ts';
import { FOLLOW_STATES } from '#shared/schema/follows.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { table } from './database.ts';

const OwnSchema = v.object({ home: v.string(), id: v.string() });
/** An identity of the person at a Perch server. */
export type Own = v.InferOutput<typeof OwnSchema>;

const BASE = {
  id: v.string(),
  handle: v.string(),
  /** The person's own identity that it is, by its id at the server where they are at home; null for one that they named. */
  own: v.nullable(OwnSchema),
  /** The person named it, and it stays when the identity goes. */
  isNamed: v.boolean(),
  /** The person wants it not to be read. */
  isOff: v.boolean(),
  state: v.picklist(FOLLOW_STATES),
  fault: v.nullable(FaultSchema),
  readAt: v.nullable(v.number()),
  /** The keys of those whom the account follows. */
  keys: v.array(v.string()),
  /** The hash of each, in the same order, one after the other. */
  hashes: v.string(),
};
const FollowRowSchema = v.variant('network', [
  v.object({ network: v.literal('bluesky'), ...BASE, did: v.string() }),
  v.object({
    network: v.literal('mastodon'),
    ...BASE,
    server: HostNameSchema,
    /** Unknown until its server was asked. */
    accountId: v.nullable(v.string()),
    token: v.nullable(v.string()),
  }),
]);
/** An account, and whom it follows as far as this device knows. */
export type FollowRow = v.InferOutput<typeof FollowRowSchema>;

const rows = table('perch-follows', 'sources');

/** Whom the person follows; it never leaves this device. */
export const followsStore = {
  async all(): Promise<FollowRow[]> {
    const kept = await rows.all();
    return kept.flatMap((row) => {
      const parsed = v.safeParse(FollowRowSchema, row);
      return parsed.success ? [parsed.output] : [];
    });
  },
  async put(row: FollowRow): Promise<void> {
    await rows.put(row.id, row);
  },
  async remove(id: string): Promise<void> {
    await rows.remove(id);
  },
};
export type FollowsStore = typeof followsStore;
