import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import { AuditDetailSchema, HandleSchema } from '#shared/schema/moderation.ts';
import type { AuditRecord } from '../spaces/records.ts';
import type { HandledReport, ModerationRecords } from '../spaces/safety/records.ts';
import type { ReportTable, Tables } from './tables.ts';

const HandlesSchema = v.pipe(v.string(), v.parseJson(), v.array(HandleSchema));
const DetailSchema = v.pipe(v.string(), v.parseJson(), AuditDetailSchema);

/** What was reported, and what was done, for those who look into it. */
export function reportRecords(
  db: Kysely<Tables>,
): Pick<ModerationRecords, 'report' | 'reports' | 'setReportState' | 'audits'> {
  return {
    report: async (id) => {
      const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toReport(row);
    },
    reports: async (state, { before, max }) => {
      const all = db.selectFrom('reports').selectAll().where('state', '=', state);
      const older = before === undefined ? all : all.where('id', '<', before);
      return (await older.orderBy('id', 'desc').limit(max).execute()).map(toReport);
    },
    setReportState: async (id, { state, handledBy, handledAt }) => {
      const patch = { state, handled_by: handledBy, handled_at: handledAt };
      await db.updateTable('reports').set(patch).where('id', '=', id).execute();
    },
    audits: async ({ target, byOperators }, { before, max }) => {
      let found = db.selectFrom('audit').selectAll();
      if (target !== undefined) found = found.where('target', '=', target);
      if (byOperators) found = found.where('detail', 'is not', null);
      if (before !== undefined) found = found.where('id', '<', before);
      return (await found.orderBy('id', 'desc').limit(max).execute()).map(toAudit);
    },
  };
}

const toReport = (row: Selectable<ReportTable>): HandledReport => ({
  id: row.id,
  at: row.at,
  reporter: row.reporter,
  reporterName: row.reporter_name,
  reporterRole: row.reporter_role,
  reporterHandles: v.parse(HandlesSchema, row.reporter_handles),
  spaceId: row.space_id,
  host: row.host,
  target: row.target,
  targetRole: row.target_role,
  targetName: row.target_name,
  targetHandles: v.parse(HandlesSchema, row.target_handles),
  reason: row.reason,
  text: row.text,
  state: row.state,
  handledBy: row.handled_by,
  handledAt: row.handled_at,
});

const toAudit = (row: Selectable<Tables['audit']>): AuditRecord => ({
  id: row.id,
  at: row.at,
  spaceId: row.space_id,
  actor: row.actor,
  action: row.action,
  target: row.target,
  detail: row.detail === null ? null : v.parse(DetailSchema, row.detail),
});
