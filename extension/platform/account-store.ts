import * as v from 'valibot';
import { AboutSchema } from '#shared/schema/account.ts';
import { type SignInNews, SignInNewsSchema } from '#shared/schema/sign-in.ts';
import { item } from './store.ts';

/** What the last sign-in has come to, until the person has seen it. */
export const signInNews = item<SignInNews | null>('session:signIn', v.nullable(SignInNewsSchema), null);

const AboutServerSchema = v.object({ server: v.string(), about: AboutSchema, at: v.number() });
export type AboutServer = v.InferOutput<typeof AboutServerSchema>;
/** What the home server said of itself last, and when. */
export const lastAbout = item<AboutServer | null>('session:about', v.nullable(AboutServerSchema), null);

const OfferSchema = v.object({ server: v.string(), handle: v.string(), isOpen: v.boolean() });
export type StatusOffer = v.InferOutput<typeof OfferSchema>;
/** The Bluesky account for which the live status is offered when its person hosts, until they have answered once. */
export const statusOffer = item<StatusOffer | null>('local:statusOffer', v.nullable(OfferSchema), null);
