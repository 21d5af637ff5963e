import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { ErrorCode } from '#shared/schema/errors.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import {
  AuditSchema,
  DomainRequestSchema,
  DomainsSchema,
  EndSpaceRequestSchema,
  ReportsSchema,
  ReportStateRequestSchema,
  ReportStateSchema,
  SuspendRequestSchema,
} from '#shared/schema/moderation.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Moderation } from '../spaces/safety/moderation.ts';
import { spaceIdOf } from './addressed.ts';
import { described } from './described.ts';
import type { AppEnv } from './env.ts';
import { parsed } from './parsed.ts';

interface ModerationDeps {
  moderation: Moderation;
  operatorsOnly: MiddlewareHandler<AppEnv>;
  limits: Record<'read' | 'verb', MiddlewareHandler<AppEnv>>;
}

/** What operators see and do; for anybody else there is nothing here. */
export function moderationRoutes({ moderation, operatorsOnly, limits }: ModerationDeps) {
  const read = [limits.read, operatorsOnly] as const;
  const verb = [limits.verb, operatorsOnly] as const;
  return new Hono<AppEnv>()
    .get('/reports', REPORTS, ...read, async (c) => {
      const { state, before } = queryOf(c, ReportsQuerySchema);
      return c.json(await moderation.reports(state, before));
    })
    .post('/reports/:id', HANDLE, ...verb, parsed(ReportStateRequestSchema), async (c) => {
      await moderation.handle(c.get('account'), c.req.param('id'), c.req.valid('json').state);
      return c.body(null, 204);
    })
    .post('/accounts/:id/suspend', SUSPEND, ...verb, parsed(SuspendRequestSchema), async (c) => {
      await moderation.suspend(c.get('account'), c.req.param('id'), c.req.valid('json'));
      return c.body(null, 204);
    })
    .post('/spaces/:id/end', END, ...verb, parsed(EndSpaceRequestSchema), async (c) => {
      await moderation.endSpace(c.get('account'), spaceIdOf(c), c.req.valid('json'));
      return c.body(null, 204);
    })
    .get('/domains', DOMAINS, ...read, async (c) => c.json({ domains: await moderation.domains() }))
    .put('/domains/:host', SET_DOMAIN, ...verb, parsed(DomainRequestSchema), async (c) => {
      await moderation.setDomain(c.get('account'), hostOf(c), c.req.valid('json').rule);
      return c.body(null, 204);
    })
    .delete('/domains/:host', DROP_DOMAIN, ...verb, async (c) => {
      await moderation.dropDomain(c.get('account'), hostOf(c));
      return c.body(null, 204);
    })
    .get('/audit', AUDIT, ...read, async (c) => {
      const { by, target, before } = queryOf(c, AuditQuerySchema);
      return c.json(await moderation.audits({ target, byOperators: by === 'operators' }, before));
    });
}

const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
const ReportsQuerySchema = v.strictObject({
  state: v.optional(ReportStateSchema, 'open'),
  before: v.optional(IdSchema),
});
const AuditQuerySchema = v.strictObject({
  by: v.optional(v.literal('operators')),
  target: v.optional(IdSchema),
  before: v.optional(IdSchema),
});

function queryOf<Output>(c: Context<AppEnv>, schema: v.GenericSchema<unknown, Output>): Output {
  const query = v.safeParse(schema, c.req.query());
  if (!query.success) throw new Refusal('invalid_input');
  return query.output;
}

function hostOf(c: Context<AppEnv>): string {
  const host = v.safeParse(HostNameSchema, c.req.param('host'));
  if (!host.success) throw new Refusal('invalid_input');
  return host.output;
}

const REPORTS = forOperators('What was reported, with what was true then, newest first', {
  answer: ReportsSchema,
});
const HANDLE = forOperators('Put a report away, or back; twice is fine');
const SUSPEND = forOperators('Shut an account out until then, or let it in again', {
  refusals: ['forbidden', 'conflict'],
});
const END = forOperators('End a Space; ending twice is fine', { refusals: ['conflict'] });
const DOMAINS = forOperators('From which domains nobody, or who alone, is taken', { answer: DomainsSchema });
const SET_DOMAIN = forOperators('Block or allow a domain with all below it', {
  refusals: ['forbidden', 'conflict'],
});
const DROP_DOMAIN = forOperators('Take back the rule for a domain; twice is fine');
const AUDIT = forOperators('What operators and hosts did, newest first', { answer: AuditSchema });

function forOperators(
  summary: string,
  { answer, refusals = [] }: { answer?: v.GenericSchema; refusals?: ErrorCode[] } = {},
) {
  return described({
    summary: `For operators: ${summary}`,
    answer,
    refusals: ['invalid_input', 'not_found', 'rate_limited', ...refusals],
    signedIn: true,
  });
}
