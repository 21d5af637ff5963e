import * as v from 'valibot';
import { CardSchema, OFFERED_SPEAK_POLICIES, ParticipantIdSchema, RoleSchema, SpaceSchema } from './space.ts';
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
});
export type Join = v.InferOutput<typeof JoinSchema>;

/** What a host decides, at the start or while the Space is live. */
const SETTINGS = {
  speakPolicy: v.optional(v.picklist(OFFERED_SPEAK_POLICIES)),
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
