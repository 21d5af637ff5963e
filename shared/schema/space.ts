import * as v from 'valibot';
import { PictureIdSchema, ShownIdentitySchema } from './identity.ts';

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const SpaceIdSchema = v.pipe(v.string(), v.regex(ULID, 'not_a_space_id'));
/** LiveKit identity of one join: new for each, so a second one is never a replay of the first. */
export const ParticipantIdSchema = v.pipe(
  v.string(),
  v.regex(/^p_[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'not_a_participant_id'),
);

/** LiveKit identity of a speculative join, which no participant stands for: see `AheadSchema`. */
export const AheadIdSchema = v.pipe(
  v.string(),
  v.regex(/^h_[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'not_an_ahead_id'),
);

export const ROLES = ['host', 'cohost', 'speaker', 'listener'] as const;
export const RoleSchema = v.picklist(ROLES);
export type Role = v.InferOutput<typeof RoleSchema>;

export const SPACE_STATES = ['starting', 'live', 'ended'] as const;
export const SpaceStateSchema = v.picklist(SPACE_STATES);
export type SpaceState = v.InferOutput<typeof SpaceStateSchema>;

/** Why a Space is over: its host ended it, the stage stayed empty, it reached the longest length, it never began, an operator stopped the server, an operator ended it. */
export const END_REASONS = [
  'host_ended',
  'stage_empty',
  'too_long',
  'never_started',
  'server_stopped',
  'moderated',
] as const;
export const EndReasonSchema = v.picklist(END_REASONS);
export type EndReason = v.InferOutput<typeof EndReasonSchema>;

/** Who may come on stage without a host's word: everybody who asks, those whom the host follows, or nobody. */
export const SPEAK_POLICIES = ['everyone', 'followed', 'invited'] as const;
export const SpeakPolicySchema = v.picklist(SPEAK_POLICIES);
export type SpeakPolicy = v.InferOutput<typeof SpeakPolicySchema>;

/** Somebody on the stage. `pid` is the participant's LiveKit identity while connected. */
export const StagePersonSchema = v.object({
  pid: ParticipantIdSchema,
  name: v.string(),
  role: RoleSchema,
  /** `GET /v1/pictures/:pic` */
  pic: v.optional(PictureIdSchema),
});
export type StagePerson = v.InferOutput<typeof StagePersonSchema>;

/** The language that is spoken, as the first part of a BCP 47 tag. */
export const SpokenLanguageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

const CARD = {
  id: SpaceIdSchema,
  v: v.number(),
  title: v.string(),
  startedAt: v.number(),
  stage: v.array(StagePersonSchema),
  onStage: v.number(),
  listeners: v.number(),
  hostLostAt: v.nullable(v.number()),
  lang: v.optional(SpokenLanguageSchema),
  keys: v.optional(v.string(), ''),
};
/** What a list shows of a live Space, at most 900 bytes as JSON: `v` is the row's version, times are ms since the epoch, `stage` host first, cut to what fits; `hostLostAt` since when the host is away, null while there; `keys` the hashes of the identities shown on stage, `KEY_HASH_LENGTH` characters each (see `hashOfKey`), the host's first. */
export const CardSchema = v.object(CARD);
export type Card = v.InferOutput<typeof CardSchema>;

/** One Space, live or over; `identities` are those that people on stage show there. */
export const SpaceSchema = v.object({
  ...CARD,
  identities: v.optional(v.array(ShownIdentitySchema), []),
  state: SpaceStateSchema,
  startedAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  endReason: v.nullable(EndReasonSchema),
});
export type Space = v.InferOutput<typeof SpaceSchema>;
