import * as v from 'valibot';
import { NetworkSchema } from './identity.ts';
import { SpaceIdSchema, StagePersonSchema } from './space.ts';

/** Kept of one Space. */
export const RECALLED_MAX = 50;

/** Somebody whom the person met on stage: as what last, whether they were heard, and the identities that they showed there. */
export const RecalledSchema = v.object({
  ...StagePersonSchema.entries,
  isMe: v.boolean(),
  spoke: v.boolean(),
  identities: v.array(v.object({ network: NetworkSchema, handle: v.string() })),
});
export type Recalled = v.InferOutput<typeof RecalledSchema>;

/**
 * What is remembered of a Space for the moment after it, on this device alone: `startedAt` in ms since the epoch, `listeners`
 * the most at once while the person was there, `server` its origin where that is not home.
 */
export const RecapSchema = v.object({
  spaceId: SpaceIdSchema,
  server: v.nullable(v.string()),
  startedAt: v.nullable(v.number()),
  listeners: v.number(),
  people: v.pipe(v.array(RecalledSchema), v.maxLength(RECALLED_MAX)),
});
export type Recap = v.InferOutput<typeof RecapSchema>;
