import * as v from 'valibot';
import { HostNameSchema } from './host-name.ts';
import { NetworkSchema } from './identity.ts';
import { REPORT_REASONS } from './safety.ts';
import { RoleSchema, SpaceIdSchema, SpaceStateSchema } from './space.ts';
import { ReportTextSchema } from './text.ts';

/** An account as operators see it. */
export const KnownAccountSchema = v.object({
  id: v.string(),
  name: v.string(),
  guest: v.boolean(),
  identities: v.array(v.object({ network: NetworkSchema, handle: v.string() })),
  suspendedUntil: v.nullable(v.number()),
});
export type KnownAccount = v.InferOutput<typeof KnownAccountSchema>;

export const REPORT_STATES = ['open', 'done'] as const;
/** `GET /v1/moderation/reports?state=open`: what was reported with what was true then, newest first. */
export const ReportSchema = v.object({
  id: v.string(),
  at: v.number(),
  reason: v.picklist(REPORT_REASONS),
  text: v.string(),
  state: v.picklist(REPORT_STATES),
  space: v.object({ id: SpaceIdSchema, title: v.string(), state: SpaceStateSchema }),
  reporter: v.nullable(KnownAccountSchema),
  reporterRole: v.nullable(RoleSchema),
  /** Null when the Space itself was reported, or the account is gone. */
  target: v.nullable(KnownAccountSchema),
  targetRole: v.nullable(RoleSchema),
  targetName: v.string(),
  handledBy: v.nullable(v.string()),
  handledAt: v.nullable(v.number()),
});
export type Report = v.InferOutput<typeof ReportSchema>;
export const ReportsSchema = v.object({ reports: v.array(ReportSchema) });

/** `POST /v1/moderation/reports/:id`: puts it away, or back. */
export const ReportStateRequestSchema = v.strictObject({ state: v.picklist(REPORT_STATES) });
/** `POST /v1/moderation/accounts/:id/suspend`: shut out until then (ms since the epoch); 0 takes it back. */
export const SuspendRequestSchema = v.strictObject({
  until: v.pipe(v.number(), v.integer(), v.minValue(0)),
  why: v.optional(ReportTextSchema),
});
export type SuspendRequest = v.InferOutput<typeof SuspendRequestSchema>;

export const DOMAIN_RULES = ['block', 'allow'] as const;
/** `GET /v1/moderation/domains`, `PUT` and `DELETE /v1/moderation/domains/:host`. With any `allow` nobody else is taken. A rule holds for the hosts below it too. */
export const DomainSchema = v.object({
  host: HostNameSchema,
  rule: v.picklist(DOMAIN_RULES),
  at: v.number(),
});
export type Domain = v.InferOutput<typeof DomainSchema>;
export const DomainsSchema = v.object({ domains: v.array(DomainSchema) });
export const DomainRequestSchema = v.strictObject({ rule: v.picklist(DOMAIN_RULES) });

/** `GET /v1/moderation/audit`: what operators and hosts did, newest first. */
export const AuditEntrySchema = v.object({
  id: v.string(),
  at: v.number(),
  action: v.string(),
  actor: v.string(),
  target: v.nullable(v.string()),
  spaceId: v.nullable(v.string()),
});
export const AuditSchema = v.object({ entries: v.array(AuditEntrySchema) });
