import * as v from 'valibot';
import { FaultSchema } from './errors.ts';
import { RoomStateSchema } from './room.ts';
import { CardSchema, SpaceIdSchema } from './space.ts';
import { MeSchema, QueueSchema, StageSchema } from './stage.ts';

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
  /** An invitation to speak stands; the popup shows it whole. */
  invited: v.optional(v.boolean()),
  /** The person came on stage while no popup was open to tell them. */
  raised: v.optional(v.boolean()),
  /** A join from a bar that waits for an answer: the popup asks and joins again, or dismisses it. */
  question: v.optional(v.nullable(v.object({ spaceId: SpaceIdSchema, fault: FaultSchema }))),
});
export type View = v.InferOutput<typeof ViewSchema>;

/**
 * The Space a person is in as the server tells it, for views with room for it. All null while in none, and until the server
 * has told. `skewMs` is the local clock less the server's; `invitedUntil` is in local time.
 */
export const StageViewSchema = v.object({
  stage: v.nullable(StageSchema),
  me: v.nullable(MeSchema),
  queue: v.nullable(QueueSchema),
  skewMs: v.number(),
  invitedUntil: v.nullable(v.number()),
});
export type StageView = v.InferOutput<typeof StageViewSchema>;

export const NO_STAGE: StageView = { stage: null, me: null, queue: null, skewMs: 0, invitedUntil: null };

/** The answer to every command that can fail: nothing, or what went wrong. */
export const OutcomeSchema = v.object({ fault: v.nullable(FaultSchema), retryAfter: v.optional(v.number()) });
export type Outcome = v.InferOutput<typeof OutcomeSchema>;
