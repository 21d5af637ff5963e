import * as v from 'valibot';
import { CodeSchema, SIGN_IN_PURPOSES } from './account.ts';
import { FaultSchema } from './errors.ts';
import { NetworkSchema } from './identity.ts';

/** What a person wants to prove, and where they go on afterwards. */
export const SignInWishSchema = v.object({
  network: NetworkSchema,
  /** The Mastodon server or a full name there, or a Bluesky handle. */
  who: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
  purpose: v.optional(v.picklist(SIGN_IN_PURPOSES), 'sign-in'),
  next: v.optional(v.picklist(['list', 'form', 'settings']), 'list'),
});
export type SignInWish = v.InferOutput<typeof SignInWishSchema>;

/** What a sign-in has come to, for a person who looked elsewhere meanwhile. */
export const SignInNewsSchema = v.variant('is', [
  v.object({ is: v.literal('under-way'), wish: SignInWishSchema }),
  v.object({
    is: v.literal('done'),
    wish: SignInWishSchema,
    how: v.picklist(['signed-in', 'linked', 'merged']),
    handle: v.string(),
    /** The person joined the Space again that they had left for it; or could not, for this reason. */
    rejoined: v.optional(v.boolean(), false),
    fault: v.optional(v.nullable(FaultSchema), null),
  }),
  v.object({
    is: v.literal('taken'),
    wish: SignInWishSchema,
    ticket: CodeSchema,
    other: v.object({ name: v.string(), handles: v.array(v.string()) }),
  }),
  v.object({
    is: v.literal('failed'),
    wish: SignInWishSchema,
    fault: FaultSchema,
    retryAfter: v.optional(v.number()),
  }),
  /** Something that a guest may not do was asked for where there is no room to sign in, as in a bar. */
  v.object({ is: v.literal('needed'), fault: FaultSchema }),
]);
export type SignInNews = v.InferOutput<typeof SignInNewsSchema>;
