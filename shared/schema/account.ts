import * as v from 'valibot';
import { SessionSchema } from './api.ts';
import { HostNameSchema } from './host-name.ts';
import { NetworkSchema, PictureIdSchema } from './identity.ts';
import { NameSchema } from './text.ts';

/** What a server lets people without an identity do; each includes the one before. `off`: there are none. */
export const GUEST_RIGHTS = ['off', 'listen', 'speak', 'host'] as const;
export const GuestRightsSchema = v.picklist(GUEST_RIGHTS);
export type GuestRights = v.InferOutput<typeof GuestRightsSchema>;

/** `GET /v1/about`: which networks people can sign in with here, and what guests may do. */
export const AboutSchema = v.object({ networks: v.array(NetworkSchema), guests: GuestRightsSchema });
export type About = v.InferOutput<typeof AboutSchema>;

/** One of the caller's own identities. */
export const IdentitySchema = v.object({
  id: v.string(),
  network: NetworkSchema,
  /** As people write it, with its `@`. */
  handle: v.string(),
  /** The network's own id: actor URI, DID, or X's number. */
  subject: v.string(),
  /** The server that vouches for it: the Mastodon server's host, the PDS's, or `x.com`. */
  host: v.string(),
  name: v.string(),
  picture: v.nullable(PictureIdSchema),
  /** Named to everybody while on a stage. */
  shown: v.boolean(),
  /** Its Bluesky status says so while the person hosts. */
  status: v.boolean(),
  /** When it was last proved, ms since the epoch. */
  at: v.number(),
});
export type Identity = v.InferOutput<typeof IdentitySchema>;

/** `GET /v1/me` */
export const MyAccountSchema = v.object({
  id: v.string(),
  name: v.string(),
  guest: v.boolean(),
  picture: v.nullable(PictureIdSchema),
  identities: v.array(IdentitySchema),
  /** May use the moderation page. */
  operator: v.boolean(),
});
export type MyAccount = v.InferOutput<typeof MyAccountSchema>;

/** `GET /v1/me/sessions`, the newest use first; `DELETE /v1/me/sessions/:id` signs one out, `POST /v1/auth/sign-out` this one. */
export const DeviceSchema = v.object({
  id: v.string(),
  /** Browser and system, as `Chrome on Linux`. */
  device: v.string(),
  at: v.number(),
  lastUsedAt: v.number(),
  /** The one that asks. */
  current: v.boolean(),
});
export type Device = v.InferOutput<typeof DeviceSchema>;
export const DevicesSchema = v.object({ sessions: v.array(DeviceSchema) });

/** `PATCH /v1/me`; `DELETE` deletes the account and all of it. */
export const ProfileRequestSchema = v.strictObject({ name: NameSchema });
/** `PATCH /v1/me/identities/:id`; `DELETE` unlinks it, and with the last one deletes the account. `status` false takes the leave to set the status back, true needs a sign-in for it. */
export const IdentityRequestSchema = v.strictObject({
  shown: v.optional(v.boolean()),
  status: v.optional(v.literal(false)),
});
export type IdentityRequest = v.InferOutput<typeof IdentityRequestSchema>;

/** SHA-256 of the verifier in base64url, RFC 7636. */
export const ChallengeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const VerifierSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._~-]{43,128}$/));

export const SIGN_IN_PURPOSES = ['sign-in', 'status', 'follows'] as const;

/**
 * `POST /v1/auth/flows` begins a sign-in; with a session's token what is proved is linked to that account. `who`: the
 * Mastodon server's host or a full name there, or a Bluesky handle; unused for X. `purpose`: `status` asks Bluesky for
 * the leave to set the live status, `follows` asks Mastodon for a token that reads whom the person follows, which is
 * handed to the device. `back`: where the browser ends up, with `code` or `fault` in the fragment; only addresses of
 * the extension and of this server's own pages.
 */
export const FlowRequestSchema = v.strictObject({
  network: NetworkSchema,
  who: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  purpose: v.optional(v.picklist(SIGN_IN_PURPOSES), 'sign-in'),
  challenge: ChallengeSchema,
  back: v.pipe(v.string(), v.maxLength(500)),
});
export type FlowRequest = v.InferOutput<typeof FlowRequestSchema>;
/** `url` is the address of ours that the browser opens; it leads to the network within ten minutes. */
export const FlowSchema = v.object({ url: v.string() });
export type Flow = v.InferOutput<typeof FlowSchema>;

export const CodeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
/** `POST /v1/auth/session`: the one-time code for what the flow brought; works once and for a minute. */
export const SwapRequestSchema = v.strictObject({ code: CodeSchema, verifier: VerifierSchema });
export type SwapRequest = v.InferOutput<typeof SwapRequestSchema>;

/** How a device reads whom a Mastodon account follows; `token` only after a flow for `follows`. */
export const MastodonAccessSchema = v.object({
  server: HostNameSchema,
  accountId: v.pipe(v.string(), v.maxLength(100)),
  token: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
});
export type MastodonAccess = v.InferOutput<typeof MastodonAccessSchema>;

const BROUGHT = { identity: IdentitySchema, mastodon: v.nullable(MastodonAccessSchema) };
/** What a flow brought: a session, one more identity for the session's account, or that it belongs to another account. */
export const SwappedSchema = v.variant('is', [
  v.object({ is: v.literal('signed-in'), session: SessionSchema, ...BROUGHT }),
  v.object({ is: v.literal('linked'), ...BROUGHT }),
  /** `POST /v1/auth/merge` with the ticket joins that account to the caller's; works for ten minutes. */
  v.object({
    is: v.literal('taken'),
    ticket: CodeSchema,
    other: v.object({ name: v.string(), handles: v.array(v.string()) }),
  }),
]);
export type Swapped = v.InferOutput<typeof SwappedSchema>;

/** `POST /v1/auth/merge` */
export const MergeRequestSchema = v.strictObject({ ticket: CodeSchema });

/** `POST /v1/auth/mastodon/revoke`: takes back a token that the device was handed; whoever holds it may. */
export const RevokeRequestSchema = v.strictObject({
  server: HostNameSchema,
  token: v.pipe(v.string(), v.maxLength(2_000)),
});
