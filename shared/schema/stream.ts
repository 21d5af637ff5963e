import * as v from 'valibot';
import { CardSchema, EndReasonSchema, SpaceIdSchema } from './space.ts';
import { MeSchema, QueueSchema, ReactionCountSchema, StageSchema } from './stage.ts';

/**
 * The push socket `/v1/stream`. Every message states what is so, never what changed by how much, so that
 * order and loss do not matter: a client applies a card only when its `v` is newer.
 */
export const ClientMessageSchema = v.variant('t', [
  v.strictObject({
    t: v.literal('hello'),
    token: v.optional(v.string()),
    topics: v.array(v.literal('live')),
    have: v.optional(v.string()),
  }),
  /** The one Space this reader is in, or none; with a session's token also what that account may see of it, or in none that the session is over. After `hello`. */
  v.strictObject({
    t: v.literal('follow'),
    spaceId: v.nullable(SpaceIdSchema),
    token: v.optional(v.string()),
  }),
  v.strictObject({ t: v.literal('pong') }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessageSchema>;

export const ServerMessageSchema = v.variant('t', [
  /** `ping`: seconds between the server's pings; silence of twice that means the line is dead. `now`: the server's clock, ms. */
  v.object({ t: v.literal('welcome'), ping: v.number(), now: v.number() }),
  /** The whole list. Left out when the client's `have` is still the list's `rev`. */
  v.object({ t: v.literal('snap'), topic: v.literal('live'), rev: v.string(), items: v.array(CardSchema) }),
  v.object({
    t: v.literal('up'),
    topic: v.literal('live'),
    items: v.array(CardSchema),
    gone: v.array(v.object({ id: SpaceIdSchema, v: v.number(), why: v.nullable(EndReasonSchema) })),
  }),
  /** Stepped listener counts, only those that changed. */
  v.object({ t: v.literal('count'), items: v.array(v.tuple([SpaceIdSchema, v.number()])) }),
  /** Every minute: how many Spaces are live and the list's `rev`; on a mismatch the client asks for a snapshot. */
  v.object({ t: v.literal('sum'), topic: v.literal('live'), n: v.number(), rev: v.string() }),
  /** The followed Space, whole, at once and after each change (at most every 200 ms). */
  v.object({ t: v.literal('stage'), stage: StageSchema }),
  /** The reader's own place in the followed Space, whole, after `stage` and whenever it changed. */
  v.object({ t: v.literal('me'), spaceId: SpaceIdSchema, me: v.nullable(MeSchema) }),
  /** For hosts and co-hosts of the followed Space, whole, whenever it changed; once null for anybody else with a session. */
  v.object({ t: v.literal('queue'), spaceId: SpaceIdSchema, queue: v.nullable(QueueSchema) }),
  /** At most two a second for each Space; some may be lost. */
  v.object({ t: v.literal('reactions'), spaceId: SpaceIdSchema, items: v.array(ReactionCountSchema) }),
  /** The session by which the reader follows no Space is over, or was of nobody. */
  v.object({ t: v.literal('out') }),
  v.object({ t: v.literal('ping') }),
  v.object({ t: v.literal('bye'), retryInMs: v.number() }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessageSchema>;
