import * as v from 'valibot';
import { FaultSchema, type FaultCode } from './errors.ts';
import { PictureIdSchema } from './identity.ts';
import { LANGUAGES } from './language.ts';
import { RoomStateSchema } from './room.ts';
import { CardSchema, SpaceIdSchema } from './space.ts';
import { MeSchema, QueueSchema, StageSchema } from './stage.ts';

export { LANGUAGES, type Language } from './language.ts';

/** What a person decided about bars. Sites are host names. */
export const BarSettingsSchema = v.object({
  /** The bar stands also while nothing is live. */
  always: v.boolean(),
  collapsed: v.boolean(),
  /** No bar anywhere until then, ms since the epoch. */
  hiddenUntil: v.number(),
  /** Sites without a bar; rings and cards are still there. */
  hiddenOn: v.array(v.string()),
  /** Sites where Perch does nothing. */
  offOn: v.array(v.string()),
});
export type BarSettings = v.InferOutput<typeof BarSettingsSchema>;
export const BAR_AS_IT_COMES: BarSettings = {
  always: false,
  collapsed: false,
  hiddenUntil: 0,
  hiddenOn: [],
  offOn: [],
};

/**
 * Why a Space stands where it does: somebody whom the person follows hosts it, or is on its stage; or, on one page alone,
 * somebody whose post was seen there is.
 */
export const WhySchema = v.object({
  is: v.picklist(['hosts', 'speaks', 'seen']),
  name: v.string(),
  pid: v.string(),
});
export type Why = v.InferOutput<typeof WhySchema>;

/** A card of the list as views show it: those of followed people first, then by language and size. */
export const ListedSchema = v.object({
  ...CardSchema.entries,
  why: v.optional(WhySchema),
  /** The origin of its server, where that is not home. */
  server: v.optional(v.string()),
});
export type Listed = v.InferOutput<typeof ListedSchema>;

/**
 * All that a bar or popup shows, made by the background: the list with its freshness, and the room as the background
 * last heard it from the media host (the port `room` is fresher while it stands). `list.fault` stands beside old cards.
 */
export const ViewSchema = v.object({
  language: v.picklist(LANGUAGES),
  list: v.object({
    status: v.picklist(['loading', 'fresh', 'stale']),
    spaces: v.array(ListedSchema),
    fault: v.nullable(FaultSchema),
  }),
  room: RoomStateSchema,
  /** The name to put into the host form; null before the first session. */
  name: v.nullable(v.string()),
  /** The person has an identity at home. */
  signedIn: v.optional(v.boolean(), false),
  /** The account at home, to tell its face, and its picture. */
  account: v.optional(v.nullable(v.object({ id: v.string(), picture: v.nullable(PictureIdSchema) })), null),
  /** The home server has ended the session, and the person has not said yet how to go on. */
  signedOut: v.optional(v.boolean(), false),
  /** A sign-in is under way, or has come to something that the person has not seen yet. */
  signIn: v.optional(v.boolean(), false),
  /** Guests host at home, or this is none. */
  mayHost: v.optional(v.boolean(), true),
  /** The Bluesky handle for which hosting may offer once to set the live status. */
  statusFor: v.optional(v.nullable(v.string()), null),
  /** How many people they follow that this device knows. */
  follows: v.optional(v.number()),
  /** The server's address, to name it when it does not answer. */
  server: v.optional(v.string()),
  /** The other servers that the person has added; links to their Spaces, and to those of `server`, are known. */
  servers: v.optional(v.array(v.string()), []),
  /** The server of the Space that the person is in, when it is not `server`. */
  spaceServer: v.optional(v.nullable(v.string()), null),
  bar: v.optional(BarSettingsSchema, BAR_AS_IT_COMES),
  /** The person wants to be named to others when they join to listen. */
  shown: v.optional(v.boolean()),
  /** An invitation to speak stands; the popup shows it whole. */
  invited: v.optional(v.boolean()),
  /** The person came on stage while no popup was open to tell them. */
  raised: v.optional(v.boolean()),
  /** A join from a bar that waits for an answer: the popup asks and joins again, or dismisses it. */
  question: v.optional(
    v.nullable(v.object({ spaceId: SpaceIdSchema, server: v.optional(v.string()), fault: FaultSchema })),
  ),
});
export type View = v.InferOutput<typeof ViewSchema>;

/** What a view says of who the person is, before anything of that is known. */
export const NOBODY_YET = {
  name: null,
  signedIn: false,
  account: null,
  signedOut: false,
  signIn: false,
  mayHost: true,
  statusFor: null,
} satisfies Partial<View>;

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

/** What a command answers that brings something: the thing, or what went wrong. */
export type Found<Thing> =
  | { found: Thing; fault: null }
  | { found: null; fault: FaultCode; retryAfter?: number };
