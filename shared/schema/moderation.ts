import * as v from 'valibot';
import { HostNameSchema } from './host-name.ts';
import { NetworkSchema } from './identity.ts';
import { ReportReasonSchema } from './safety.ts';
import { RoleSchema, SpaceIdSchema, SpaceStateSchema } from './space.ts';
import { ReportTextSchema } from './text.ts';

/** An account of a network, as people write it. */
export const HandleSchema = v.object({ network: NetworkSchema, handle: v.string() });
export type Handle = v.InferOutput<typeof HandleSchema>;

/** An account as operators see it, now. */
export const KnownAccountSchema = v.object({
  id: v.string(),
  name: v.string(),
  guest: v.boolean(),
  identities: v.array(HandleSchema),
  /** Null for one who is not shut out now. */
  suspendedUntil: v.nullable(v.number()),
});
export type KnownAccount = v.InferOutput<typeof KnownAccountSchema>;

export const REPORT_STATES = ['open', 'done'] as const;
export const ReportStateSchema = v.picklist(REPORT_STATES);
export type ReportState = v.InferOutput<typeof ReportStateSchema>;

/** One who reported or was reported: as they were then, and the account as it is now, null when it is gone. */
const WITNESS = {
  name: v.string(),
  /** Null for one who was not in the Space. */
  role: v.nullable(RoleSchema),
  /** What they showed of themselves then. */
  handles: v.array(HandleSchema),
  account: v.nullable(KnownAccountSchema),
};
export const WitnessSchema = v.object(WITNESS);
export type Witness = v.InferOutput<typeof WitnessSchema>;

/** Somebody's report with what was true then. */
export const ReportSchema = v.object({
  id: v.string(),
  at: v.number(),
  reason: ReportReasonSchema,
  text: v.string(),
  state: ReportStateSchema,
  /** As it is now. */
  space: v.object({ id: SpaceIdSchema, title: v.string(), state: SpaceStateSchema }),
  reporter: WitnessSchema,
  /** Null when the Space itself was reported. */
  target: v.nullable(WitnessSchema),
  /** Who hosted the Space then; null when the account is gone. */
  host: v.nullable(KnownAccountSchema),
  /** Who put it away; null while it is open, or when the account is gone. */
  handledBy: v.nullable(KnownAccountSchema),
  handledAt: v.nullable(v.number()),
});
export type Report = v.InferOutput<typeof ReportSchema>;
/** `GET /v1/moderation/reports?state=open&before=ID`: newest first; with `more` there are older ones than these. */
export const ReportsSchema = v.object({ reports: v.array(ReportSchema), more: v.boolean() });
export type Reports = v.InferOutput<typeof ReportsSchema>;

/** `POST /v1/moderation/reports/:id`: puts it away, or back. */
export const ReportStateRequestSchema = v.strictObject({ state: ReportStateSchema });

/** The end of the year 9999: a suspension without an end. */
export const FOR_EVER = 253_402_300_799_000;
/** `POST /v1/moderation/accounts/:id/suspend`: shut out until then (ms since the epoch); what is past takes it back. */
export const SuspendRequestSchema = v.strictObject({
  until: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FOR_EVER)),
  why: v.optional(ReportTextSchema),
});
export type SuspendRequest = v.InferOutput<typeof SuspendRequestSchema>;

/** `POST /v1/moderation/spaces/:id/end`; ended again is fine. */
export const EndSpaceRequestSchema = v.strictObject({ why: v.optional(ReportTextSchema) });
export type EndSpaceRequest = v.InferOutput<typeof EndSpaceRequestSchema>;

export const DOMAIN_RULES = ['block', 'allow'] as const;
export const DomainRuleSchema = v.picklist(DOMAIN_RULES);
export type DomainRule = v.InferOutput<typeof DomainRuleSchema>;
/** `GET /v1/moderation/domains`, `PUT` and `DELETE /v1/moderation/domains/:host`. With any `allow` nobody else is taken. A rule holds for the hosts below it too; where both hold, `block` does. */
export const DomainSchema = v.object({ host: HostNameSchema, rule: DomainRuleSchema, at: v.number() });
export type Domain = v.InferOutput<typeof DomainSchema>;
export const DomainsSchema = v.object({ domains: v.array(DomainSchema) });
export const DomainRequestSchema = v.strictObject({ rule: DomainRuleSchema });

/** What belongs to a deed of an operator beside whom and where it concerned. */
export const AuditDetailSchema = v.object({
  until: v.optional(v.number()),
  why: v.optional(v.string()),
  host: v.optional(v.string()),
  rule: v.optional(DomainRuleSchema),
  report: v.optional(v.string()),
});
export type AuditDetail = v.InferOutput<typeof AuditDetailSchema>;

/** One deed: `actor` and `target` are accounts as they are now, null when gone; `actorId` may be `server`. */
export const AuditEntrySchema = v.object({
  id: v.string(),
  at: v.number(),
  action: v.string(),
  actorId: v.string(),
  actor: v.nullable(KnownAccountSchema),
  targetId: v.nullable(v.string()),
  target: v.nullable(KnownAccountSchema),
  space: v.nullable(v.object({ id: v.string(), title: v.string() })),
  /** Of operators' deeds alone. */
  detail: v.nullable(AuditDetailSchema),
});
export type AuditEntry = v.InferOutput<typeof AuditEntrySchema>;
/** `GET /v1/moderation/audit?by=operators&target=ACCOUNT&before=ID`: what operators and hosts did, newest first. */
export const AuditSchema = v.object({ entries: v.array(AuditEntrySchema), more: v.boolean() });
export type Audit = v.InferOutput<typeof AuditSchema>;
