import type {
  Audit,
  Domain,
  DomainRule,
  EndSpaceRequest,
  Reports,
  ReportState,
  SuspendRequest,
} from '#shared/schema/moderation.ts';
import type { SpacesContext } from '../context.ts';
import { requireSpace } from '../leave.ts';
import type { AccountRecord } from '../records.ts';
import { endInStore } from '../close.ts';
import { inOneStep } from '../step.ts';
import { auditsFor, type AuditFilter } from './audits.ts';
import { dropDomain, setDomain } from './domains.ts';
import { handle, reportsIn } from './report-desk.ts';
import { suspend } from './suspend.ts';

export interface ModerationContext extends SpacesContext {
  /** See `Config.operators`. */
  operators: string[];
}

/** What operators see and do. Who calls is an operator; each deed is audited and throws `Refusal`. */
export interface Moderation {
  reports(state: ReportState, before?: string): Promise<Reports>;
  /** Puts a report away, or back; twice is fine. Refuses with `not_found`. */
  handle(operator: AccountRecord, reportId: string, state: ReportState): Promise<void>;
  /** Refuses with `not_found`, and with `forbidden` for an operator. */
  suspend(operator: AccountRecord, accountId: string, request: SuspendRequest): Promise<void>;
  /** Ended again is fine. Refuses with `not_found`. */
  endSpace(operator: AccountRecord, spaceId: string, request: EndSpaceRequest): Promise<void>;
  domains(): Promise<Domain[]>;
  /** Those who are known by that domain alone are out at once when it is blocked. Refuses with `forbidden` what shuts out an operator. */
  setDomain(operator: AccountRecord, host: string, rule: DomainRule): Promise<void>;
  /** Twice is fine. */
  dropDomain(operator: AccountRecord, host: string): Promise<void>;
  audits(filter: AuditFilter, before?: string): Promise<Audit>;
}

export function createModeration(context: ModerationContext): Moderation {
  const { store, clock } = context;
  return {
    reports: (state, before) => store.transaction((records) => reportsIn(records, state, before, clock())),
    handle: (operator, reportId, state) => handle(context, operator, reportId, state),
    suspend: (operator, accountId, request) => suspend(context, operator, accountId, request),
    endSpace: (operator, spaceId, { why }) =>
      inOneStep(context, async (step) => {
        const space = await requireSpace(step.records, spaceId);
        if (space.state === 'ended') return;
        await endInStore(step, space, 'moderated', operator.id, { why });
      }),
    domains: () => store.domains(),
    setDomain: (operator, host, rule) => setDomain(context, operator, host, rule),
    dropDomain: (operator, host) => dropDomain(context, operator, host),
    audits: (filter, before) => store.transaction((records) => auditsFor(records, filter, before, clock())),
  };
}
