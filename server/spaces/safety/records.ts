import type { Domain, ReportState } from '#shared/schema/moderation.ts';
import type { IdentityRecord } from '../../identity/records.ts';
import type { AccountRecord, AuditRecord, ReportRecord, SpaceRecord } from '../records.ts';

/** A report, and who put it away; null while it is open. */
export interface HandledReport extends ReportRecord {
  state: ReportState;
  handledBy: string | null;
  handledAt: number | null;
}

/** Of a long list the newest `max`, older than the entry `before` if one is named. */
export interface Part {
  before?: string;
  max: number;
}

/** What people and operators decide about others, in what a store keeps. */
export interface ModerationRecords {
  /** The same mute again is fine. */
  addMute(accountId: string, muted: string, at: number): Promise<void>;
  dropMute(accountId: string, muted: string): Promise<void>;
  /** Which of these accounts the account does not want to hear. */
  mutedAmong(accountId: string, accountIds: string[]): Promise<string[]>;
  /** Who does not want to hear which of these accounts. */
  mutesOf(accountIds: string[]): Promise<Map<string, Set<string>>>;

  /** Null takes a suspension back. */
  suspendAccount(id: string, until: number | null): Promise<void>;
  /** Whether somebody is kept out, whatever account they have; `hash` is of `shutOutHash`. */
  isShutOut(hash: string, now: number): Promise<boolean>;
  dropShutOutsBefore(now: number): Promise<void>;

  /** Replaces the rule for this host. */
  setDomain(domain: Domain & { by: string }): Promise<void>;
  dropDomain(host: string): Promise<void>;
  /** In the order of their names. */
  domains(): Promise<Domain[]>;
  /** Accounts with an identity that this host, or one below it, vouches for or gives its name to. */
  accountsAt(host: string): Promise<string[]>;

  report(id: string): Promise<HandledReport | undefined>;
  /** Newest first. */
  reports(state: ReportState, part: Part): Promise<HandledReport[]>;
  setReportState(id: string, patch: Pick<HandledReport, 'state' | 'handledBy' | 'handledAt'>): Promise<void>;
  /** Newest first; `target` is the account they were done to, `byOperators` leaves out what hosts and the server did. */
  audits(filter: { target?: string; byOperators: boolean }, part: Part): Promise<AuditRecord[]>;
  accountsAmong(ids: string[]): Promise<AccountRecord[]>;
  /** All that these accounts have, shown or not, in the order they were added. */
  identitiesAmong(accountIds: string[]): Promise<IdentityRecord[]>;
  spacesAmong(ids: string[]): Promise<SpaceRecord[]>;
}
