import * as v from 'valibot';
import {
  AboutSchema,
  DeviceSchema,
  IdentityRequestSchema,
  MyAccountSchema,
  ProfileRequestSchema,
} from '#shared/schema/account.ts';
import { NothingSchema } from '#shared/schema/api.ts';
import { SignInWishSchema } from '#shared/schema/sign-in.ts';
import { verb } from './page-protocol.ts';
import { found } from './protocol.ts';

const ById = v.strictObject({ id: v.string() });

/** What our own pages ask about the person's account at home; loaded by whoever shows it. */
export const ACCOUNT_PROTOCOL = {
  'background:about': { from: 'page', request: NothingSchema, reply: found(AboutSchema) },
  /** Null for whoever has no session. */
  'background:me': { from: 'page', request: NothingSchema, reply: found(v.nullable(MyAccountSchema)) },
  'background:devices': { from: 'page', request: NothingSchema, reply: found(v.array(DeviceSchema)) },
  /** Opens the network's window; what comes of it waits in `session:signIn`. */
  'background:signIn': verb(SignInWishSchema),
  'background:forgetSignIn': verb(NothingSchema),
  'background:merge': verb(NothingSchema),
  'background:rename': verb(ProfileRequestSchema),
  'background:identity': verb(v.strictObject({ id: v.string(), change: IdentityRequestSchema })),
  'background:unlink': verb(ById),
  'background:signOutDevice': verb(ById),
  'background:signOut': verb(NothingSchema),
  'background:deleteAccount': verb(NothingSchema),
  /** Whoever was signed out here goes on as a guest. */
  'background:beGuest': verb(NothingSchema),
} as const;
