import * as v from 'valibot';
import { ChallengeSchema } from '#shared/schema/account.ts';
import { NetworkSchema } from '#shared/schema/identity.ts';
import type { Proof } from '../networks/network.ts';

/** A proof as it lies in a ticket. */
const ProofSchema: v.GenericSchema<unknown, Proof> = v.object({
  network: NetworkSchema,
  subject: v.string(),
  handle: v.string(),
  host: v.string(),
  name: v.string(),
  pictureUrl: v.nullable(v.string()),
  keys: v.array(v.string()),
  mastodon: v.nullable(v.object({ accountId: v.string(), token: v.nullable(v.string()) })),
  status: v.boolean(),
});

/** Who begins a sign-in to link what it proves; it counts while that session does. */
const BeginnerSchema = v.object({ accountId: v.string(), sessionId: v.string() });
export type Beginner = v.InferOutput<typeof BeginnerSchema>;

const UNDER_WAY = { challenge: ChallengeSchema, back: v.string(), by: v.nullable(BeginnerSchema) };

/** A flow until the person comes back from the network; `kept` is the door's own. */
export const FlowTicketSchema = v.object({ ...UNDER_WAY, network: NetworkSchema, kept: v.unknown() });
export type FlowTicket = v.InferOutput<typeof FlowTicketSchema>;

/** A flow until the person says whether the account `from`, to which the identity belongs, is to be joined. */
export const QuestionTicketSchema = v.object({ ...UNDER_WAY, proof: ProofSchema, from: v.string() });
export type QuestionTicket = v.InferOutput<typeof QuestionTicketSchema>;

/** What a code opens; `from` is the account that the person wants joined. */
export const CodeTicketSchema = v.object({
  challenge: ChallengeSchema,
  by: v.nullable(BeginnerSchema),
  proof: ProofSchema,
  from: v.nullable(v.string()),
});
export type CodeTicket = v.InferOutput<typeof CodeTicketSchema>;
