import * as v from 'valibot';
import { CardSchema, ParticipantIdSchema, RoleSchema, SpaceSchema } from './space.ts';
import { NameSchema, TitleSchema } from './text.ts';

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

/** `POST /v1/spaces`: opens a Space with the caller as host; the answer is a `Join`. `name` renames the account. */
export const StartRequestSchema = v.strictObject({ title: TitleSchema, name: v.optional(NameSchema) });
/** `POST /v1/spaces/:id/join` */
export const JoinRequestSchema = v.strictObject({});
/** `POST /v1/spaces/:id/leave`: naming the participant keeps a late leave from ending a newer join. */
export const LeaveRequestSchema = v.strictObject({ participantId: v.optional(ParticipantIdSchema) });
/** `POST /v1/spaces/:id/end` */
export const EndRequestSchema = v.strictObject({});

/** `GET /healthz`: says that this address is a Perch server, so that an address check can tell. */
export const HealthSchema = v.object({ perch: v.string(), now: v.number() });
/** `GET /readyz` */
export const ReadySchema = v.object({ ready: v.boolean(), store: v.boolean(), media: v.boolean() });
