import * as v from 'valibot';
import {
  AheadIdSchema,
  CardSchema,
  ParticipantIdSchema,
  SPEAK_POLICIES,
  RoleSchema,
  SpaceSchema,
  SpokenLanguageSchema,
} from './space.ts';
import { ReactionSchema } from './stage.ts';
import { NameSchema, RequestTextSchema, TitleSchema } from './text.ts';

/** `POST /v1/auth/guest` */
export const GuestRequestSchema = v.strictObject({ name: v.optional(NameSchema) });
export const AccountSchema = v.object({ id: v.string(), name: v.string(), guest: v.boolean() });
export type Account = v.InferOutput<typeof AccountSchema>;
/** `token` is shown this once; the server keeps its hash. */
export const SessionSchema = v.object({ token: v.string(), account: AccountSchema });
export type Session = v.InferOutput<typeof SessionSchema>;

/** `GET /v1/live` */
export const LiveSchema = v.object({ rev: v.string(), spaces: v.array(CardSchema) });
export type Live = v.InferOutput<typeof LiveSchema>;

/** What a media client needs to enter: `url` is the signalling address (ws or wss), `token` works for 60 s. */
export const JoinSchema = v.object({
  participantId: ParticipantIdSchema,
  url: v.string(),
  token: v.string(),
  role: RoleSchema,
  space: SpaceSchema,
  /** Pids on stage that the caller does not want to hear. */
  muted: v.optional(v.array(ParticipantIdSchema), []),
});
export type Join = v.InferOutput<typeof JoinSchema>;

/**
 * `POST /v1/spaces/:id/ahead`, for who may be about to join: lets a media client connect for some seconds, hidden, so that
 * it can listen as soon as the person wants to. Counts as no join: nobody is told and nothing is kept of it.
 */
export const AheadSchema = v.object({
  ahead: AheadIdSchema,
  url: v.string(),
  token: v.string(),
  space: SpaceSchema,
  /** As in a `Join`. */
  muted: v.optional(v.array(ParticipantIdSchema), []),
});
export type Ahead = v.InferOutput<typeof AheadSchema>;

/** What a host decides, at the start or while the Space is live. */
const SETTINGS = {
  speakPolicy: v.optional(v.picklist(SPEAK_POLICIES)),
  requestsLocked: v.optional(v.boolean()),
  allowAnonymous: v.optional(v.boolean()),
  allowGuests: v.optional(v.boolean()),
};
/**
 * `POST /v1/spaces`: opens a Space with the caller as host; the answer is a `Join`. `name` renames the account. Only
 * people the host invites may speak, anybody may listen unnamed and guests may come, unless this says otherwise.
 */
export const StartRequestSchema = v.strictObject({
  title: TitleSchema,
  name: v.optional(NameSchema),
  lang: v.optional(SpokenLanguageSchema),
  ...SETTINGS,
});
export type StartRequest = v.InferOutput<typeof StartRequestSchema>;
/** `PATCH /v1/spaces/:id` by its host: what is named changes, at once. */
export const SettingsRequestSchema = v.strictObject({ title: v.optional(TitleSchema), ...SETTINGS });
export type SettingsRequest = v.InferOutput<typeof SettingsRequestSchema>;
/**
 * `POST /v1/spaces/:id/join`: `shown` names a listener to the others (false when left out, or as it was on coming back);
 * `despiteBlocked` joins although somebody whom the caller blocked is on stage.
 */
export const JoinRequestSchema = v.strictObject({
  shown: v.optional(v.boolean()),
  despiteBlocked: v.optional(v.boolean()),
});
export type JoinRequest = v.InferOutput<typeof JoinRequestSchema>;
/** `POST /v1/spaces/:id/shown` */
export const ShownRequestSchema = v.strictObject({ shown: v.boolean() });
/** `POST /v1/spaces/:id/request`; `DELETE` takes it back. */
export const SpeakRequestSchema = v.strictObject({ text: v.optional(RequestTextSchema) });
/** `POST /v1/spaces/:id/invitation` */
export const InvitationAnswerSchema = v.strictObject({ accept: v.boolean() });
/** `POST /v1/spaces/:id/react` */
export const ReactRequestSchema = v.strictObject({ emoji: ReactionSchema });
/** Verbs that say all in their address: `POST /v1/spaces/:id/{leave-stage,mute-all}` and `/people/:pid/:action`. */
export const NothingSchema = v.strictObject({});
/** `POST /v1/spaces/:id/leave`: naming the participant keeps a late leave from ending a newer join. */
export const LeaveRequestSchema = v.strictObject({ participantId: v.optional(ParticipantIdSchema) });
/** `POST /v1/spaces/:id/end` */
export const EndRequestSchema = v.strictObject({});

/** `GET /healthz`: says that this address is a Perch server, so that an address check can tell. */
export const HealthSchema = v.object({ perch: v.string(), now: v.number() });
/** `GET /readyz` */
export const ReadySchema = v.object({ ready: v.boolean(), store: v.boolean(), media: v.boolean() });

/** Hashes of the identities that a host follows, for the speaking policy `followed`: at most so many. */
export const FOLLOWED_MAX = 20_000;
/**
 * `PUT /v1/spaces/:id/followed` by its host: `salt` is new for each Space, `hashes` are SHA-256 of salt and key, the first
 * `KEY_HASH_LENGTH` characters each, one after the other. The server keeps them only while the Space lives
 * under that policy, so it refuses with `conflict` under another.
 */
export const FollowedRequestSchema = v.strictObject({
  salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/)),
  hashes: v.pipe(v.string(), v.maxLength(8 * FOLLOWED_MAX), v.regex(/^(?:[A-Za-z0-9_-]{8})*$/)),
});
export type FollowedRequest = v.InferOutput<typeof FollowedRequestSchema>;
