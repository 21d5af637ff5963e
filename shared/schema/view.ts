import * as v from 'valibot';
import { FaultSchema } from './errors.ts';
import { RoomStateSchema } from './room.ts';
import { CardSchema } from './space.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * All that a bar or popup shows, made by the background: the list with its freshness, and the room as the background
 * last heard it from the media host (the port `room` is fresher while it stands). `list.fault` stands beside old cards.
 */
export const ViewSchema = v.object({
  language: v.picklist(LANGUAGES),
  list: v.object({
    status: v.picklist(['loading', 'fresh', 'stale']),
    spaces: v.array(CardSchema),
    fault: v.nullable(FaultSchema),
  }),
  room: RoomStateSchema,
  /** The name to put into the host form; null before the first session. */
  name: v.nullable(v.string()),
  /** The server's address, to name it when it does not answer. */
  server: v.optional(v.string()),
});
export type View = v.InferOutput<typeof ViewSchema>;

/** The answer to every command that can fail: nothing, or what went wrong. */
export const OutcomeSchema = v.object({ fault: v.nullable(FaultSchema), retryAfter: v.optional(v.number()) });
export type Outcome = v.InferOutput<typeof OutcomeSchema>;
