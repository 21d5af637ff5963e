import type { KnownAccount, Report, Reports, ReportState, Witness } from '#shared/schema/moderation.ts';
import type { AccountRecord, Records, SpaceRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { audit, inOneStep } from '../step.ts';
import { knownAmong } from './known.ts';
import type { ModerationContext } from './moderation.ts';
import type { HandledReport } from './records.ts';

const LISTED = 50;

/** Reports with what was true then and the accounts as they are now; in a transaction. */
export async function reportsIn(
  records: Records,
  state: ReportState,
  before: string | undefined,
  now: number,
): Promise<Reports> {
  const found = await records.reports(state, { before, max: LISTED + 1 });
  const listed = found.slice(0, LISTED);
  const people = listed.flatMap(({ reporter, target, host, handledBy }) => [
    reporter,
    target,
    host,
    handledBy,
  ]);
  const known = await knownAmong(records, people, now);
  const spaces = await records.spacesAmong([...new Set(listed.map(({ spaceId }) => spaceId))]);
  const byId = new Map(spaces.map((space) => [space.id, space]));
  const reports = listed.flatMap((report) => shownReport(report, byId.get(report.spaceId), known));
  return { reports, more: found.length > LISTED };
}

export async function handle(
  context: ModerationContext,
  operator: AccountRecord,
  reportId: string,
  state: ReportState,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const { records, now } = step;
    const report = await records.report(reportId);
    if (!report) throw new Refusal('not_found');
    if (report.state === state) return;
    const isDone = state === 'done';
    const handled = { handledBy: isDone ? operator.id : null, handledAt: isDone ? now : null };
    await records.setReportState(reportId, { state, ...handled });
    await audit(step, {
      actor: operator.id,
      action: isDone ? 'putAway' : 'putBack',
      target: report.target,
      spaceId: report.spaceId,
      detail: { report: reportId },
    });
  });
}

function shownReport(
  report: HandledReport,
  space: SpaceRecord | undefined,
  known: Map<string, KnownAccount>,
): Report[] {
  if (!space) return [];
  const { id, at, reason, text, state, handledAt } = report;
  const account = (accountId: string | null) => known.get(accountId ?? '') ?? null;
  const target: Witness = {
    name: report.targetName,
    role: report.targetRole,
    handles: report.targetHandles,
    account: account(report.target),
  };
  const reporter: Witness = {
    name: report.reporterName,
    role: report.reporterRole,
    handles: report.reporterHandles,
    account: account(report.reporter),
  };
  return [
    {
      id,
      at,
      reason,
      text,
      state,
      space: { id: space.id, title: space.title, state: space.state },
      reporter,
      target: report.target === null ? null : target,
      host: account(report.host),
      handledBy: account(report.handledBy),
      handledAt,
    },
  ];
}
