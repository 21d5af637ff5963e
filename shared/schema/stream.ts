import * as v from 'valibot';
import { CardSchema, EndReasonSchema, SpaceIdSchema } from './space.ts';

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
  v.strictObject({ t: v.literal('pong') }),
]);
export type ClientMessage = v.InferOutput<typeof ClientMessageSchema>;

export const ServerMessageSchema = v.variant('t', [
  /** `ping`: seconds between the server's pings; silence of twice that means the line is dead. */
  v.object({ t: v.literal('welcome'), ping: v.number() }),
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
  v.object({ t: v.literal('ping') }),
  v.object({ t: v.literal('bye'), retryInMs: v.number() }),
]);
export type ServerMessage = v.InferOutput<typeof ServerMessageSchema>;
