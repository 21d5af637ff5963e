import * as v from 'valibot';
import { NetworkSchema, PictureIdSchema } from './identity.ts';
import {
  EndReasonSchema,
  ParticipantIdSchema,
  RoleSchema,
  SpaceIdSchema,
  SpaceStateSchema,
  SpeakPolicySchema,
  StagePersonSchema,
} from './space.ts';

/** A listener who shows themself. */
export const ShownListenerSchema = v.object({ pid: ParticipantIdSchema, name: v.string() });
export type ShownListener = v.InferOutput<typeof ShownListenerSchema>;

/** Accounts that people show, by whose they are; more than one of some, none of others. */
const IdentitiesSchema = v.optional(
  v.array(v.object({ pid: v.string(), network: NetworkSchema, handle: v.string() })),
  [],
);

/**
 * A Space as everybody in it sees it; the same for all. `v` is the Space's version and `at` the server's clock, so that
 * `hostLostAt` can be told in seconds by a client whose clock is off. `people` are all on stage, host first, then
 * co-hosts, then speakers, each in the order they came. `listeners` counts all listeners, named or not, in steps.
 */
export const StageSchema = v.object({
  id: SpaceIdSchema,
  v: v.number(),
  at: v.number(),
  state: SpaceStateSchema,
  title: v.string(),
  startedAt: v.nullable(v.number()),
  endReason: v.nullable(EndReasonSchema),
  hostLostAt: v.nullable(v.number()),
  speakPolicy: SpeakPolicySchema,
  requestsLocked: v.boolean(),
  allowAnonymous: v.boolean(),
  allowGuests: v.boolean(),
  people: v.array(StagePersonSchema),
  /** Those of people on stage. */
  identities: IdentitiesSchema,
  /** Seats that somebody could still take. */
  seatsFree: v.number(),
  listeners: v.number(),
  shown: v.array(ShownListenerSchema),
  /** How many wait to speak. */
  waiting: v.number(),
});
export type Stage = v.InferOutput<typeof StageSchema>;

/** What only the person concerned sees of their own place. Null stands for an account that is not (any longer) in the Space. */
export const MeSchema = v.object({
  participantId: ParticipantIdSchema,
  role: RoleSchema,
  /** Named to the others while listening. */
  shown: v.boolean(),
  /** The own request to speak; `place` counts from 1. */
  request: v.nullable(v.object({ place: v.number(), text: v.string(), at: v.number() })),
  /** An invitation that still stands: who gave it, and ms that were left of it when this was said. */
  invitation: v.nullable(v.object({ by: v.string(), leftMs: v.number() })),
  /** Pids on stage that the person does not want to hear, in this Space or any. */
  muted: v.optional(v.array(ParticipantIdSchema), []),
});
export type Me = v.InferOutput<typeof MeSchema>;

/** What hosts and co-hosts see: who asks to speak, in order, with the accounts they show, and who has been invited. */
export const QueueSchema = v.object({
  requests: v.array(
    v.object({
      pid: ParticipantIdSchema,
      name: v.string(),
      text: v.string(),
      at: v.number(),
      guest: v.boolean(),
      /** `GET /v1/pictures/:pic` */
      pic: v.optional(PictureIdSchema),
    }),
  ),
  identities: IdentitiesSchema,
  invited: v.array(v.object({ pid: ParticipantIdSchema, name: v.string() })),
});
export type Queue = v.InferOutput<typeof QueueSchema>;

/** `GET /v1/spaces/:id/stage`, with or without a session; reading it joins nothing. `blocked`: pids on stage that the caller blocked. */
export const StageAnswerSchema = v.object({
  stage: StageSchema,
  me: v.nullable(MeSchema),
  queue: v.nullable(QueueSchema),
  blocked: v.array(ParticipantIdSchema),
  /** Pids on stage that the caller does not want to hear. */
  muted: v.optional(v.array(ParticipantIdSchema), []),
});
export type StageAnswer = v.InferOutput<typeof StageAnswerSchema>;

export const REACTIONS = ['💜', '😂', '👏', '💯', '🔥', '🎉', '😮', '👍'] as const;
export const ReactionSchema = v.picklist(REACTIONS);
export type Reaction = v.InferOutput<typeof ReactionSchema>;

/** Reactions of the last moment: whose (null for all listeners together), which, how many. */
export const ReactionCountSchema = v.tuple([v.nullable(ParticipantIdSchema), ReactionSchema, v.number()]);
export type ReactionCount = v.InferOutput<typeof ReactionCountSchema>;
