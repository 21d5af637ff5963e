import { signal } from '@preact/signals';
import { fetchAbout, fetchMe, signOut } from '#shared/client/account-verbs.ts';
import { Fault, foundOf, outcomeOf } from '#shared/client/fault.ts';
import * as verbs from '#shared/client/moderation-verbs.ts';
import type { ServerClient } from '#shared/client/server-client.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Network } from '#shared/schema/identity.ts';
import type { AuditEntry, Domain, DomainRule, Report, ReportState } from '#shared/schema/moderation.ts';
import type { SignInWish } from '#shared/schema/sign-in.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { RedirectSignIn } from '../sign-in/redirect.ts';
import { createListing, type Listing } from './listing.ts';

/** Who sits at the page: nobody yet known, nobody, somebody who may not be here, or an operator. */
export type Visitor =
  | { is: 'unknown' }
  | { is: 'lost'; fault: FaultCode }
  | { is: 'nobody'; fault: FaultCode | null }
  | { is: 'stranger' | 'operator'; name: string };

/** What the audit trail shows. */
export interface TrailFilter {
  byOperators: boolean;
  target: string | null;
}

export interface OfficeDeps {
  server: ServerClient;
  sessions: SessionKeeper;
  redirect: Pick<RedirectSignIn, 'begin' | 'end'>;
}

/** All that the page knows and does. */
export class Office {
  readonly visitor = signal<Visitor>({ is: 'unknown' });
  /** With whom people sign in here. */
  readonly networks = signal<Network[]>(['mastodon', 'bluesky']);
  readonly reportState = signal<ReportState>('open');
  readonly trailFilter = signal<TrailFilter>({ byOperators: true, target: null });
  readonly reports: Listing<Report>;
  readonly domains: Listing<Domain & { id: string }>;
  readonly trail: Listing<AuditEntry>;
  readonly #deps: OfficeDeps;

  constructor(deps: OfficeDeps) {
    this.#deps = deps;
    const noteFault = (fault: FaultCode) => this.#noteFault(fault);
    this.reports = createListing(async (before) => {
      const query = { state: this.reportState.peek(), before };
      const { reports: items, more } = await this.#ask((token) =>
        verbs.fetchReports(deps.server, token, query),
      );
      return { items, more };
    }, noteFault);
    this.domains = createListing(async () => {
      const domains = await this.#ask((token) => verbs.fetchDomains(deps.server, token));
      return { items: domains.map((domain) => ({ ...domain, id: domain.host })), more: false };
    }, noteFault);
    this.trail = createListing(async (before) => {
      const { byOperators, target } = this.trailFilter.peek();
      const query = { ...(byOperators && { by: 'operators' as const }), target: target ?? undefined, before };
      const { entries: items, more } = await this.#ask((token) =>
        verbs.fetchAudit(deps.server, token, query),
      );
      return { items, more };
    }, noteFault);
  }

  /** Ends a sign-in that the browser comes back from, and finds out who sits here. */
  async open(): Promise<void> {
    const back = await this.#deps.redirect.end();
    const news = back?.news;
    const failed = news?.is === 'failed' ? news.fault : news?.is === 'taken' ? 'conflict' : null;
    await this.recognise(failed);
  }

  /** `failed` is why a sign-in came to nothing. */
  async recognise(failed: FaultCode | null = null): Promise<void> {
    const { server, sessions } = this.#deps;
    const session = await sessions.current(server);
    if (!session || session.account.guest || failed) return this.#showDoor(failed);
    const { found, fault } = await foundOf(() => sessions.use(server, (token) => fetchMe(server, token)));
    if (fault === 'unauthenticated') return this.#showDoor(fault);
    this.visitor.value = found
      ? { is: found.operator ? 'operator' : 'stranger', name: found.name }
      : { is: 'lost', fault: fault ?? 'unreachable' };
  }

  signIn(wish: Pick<SignInWish, 'network' | 'who'>): Promise<Outcome> {
    return outcomeOf(() => this.#deps.redirect.begin({ ...wish, purpose: 'sign-in', next: 'list' }));
  }

  /** Here alone; the server is told, and where it has forgotten us already that is fine. */
  signOut(): Promise<Outcome> {
    const { server, sessions } = this.#deps;
    return outcomeOf(async () => {
      try {
        await sessions.use(server, (token) => signOut(server, token));
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'unauthenticated') throw error;
      }
      await sessions.forget(server.url);
      await this.#showDoor(null);
    });
  }

  showReports(state: ReportState): void {
    this.reportState.value = state;
    this.reports.clear();
    void this.reports.load();
  }

  showTrail(filter: TrailFilter): void {
    this.trailFilter.value = filter;
    this.trail.clear();
    void this.trail.load();
  }

  suspend(accountId: string, until: number, why?: string): Promise<Outcome> {
    const body = { until, ...(why && { why }) };
    return this.#do((server, token) => verbs.suspendAccount(server, token, accountId, body));
  }

  endSpace(spaceId: string, why?: string): Promise<Outcome> {
    return this.#do((server, token) => verbs.endSpace(server, token, spaceId, why ? { why } : {}));
  }

  put(reportId: string, state: ReportState): Promise<Outcome> {
    return this.#do((server, token) => verbs.putReport(server, token, reportId, state));
  }

  setDomain(host: string, rule: DomainRule): Promise<Outcome> {
    return this.#do((server, token) => verbs.setDomain(server, token, host, rule), this.domains);
  }

  dropDomain(host: string): Promise<Outcome> {
    return this.#do((server, token) => verbs.dropDomain(server, token, host), this.domains);
  }

  /** What came of it is read anew. */
  #do(
    verb: (server: ServerClient, token: string) => Promise<void>,
    changes: ReadonlyListing = this.reports,
  ): Promise<Outcome> {
    return outcomeOf(async () => {
      await this.#ask((token) => verb(this.#deps.server, token));
      await changes.load();
    });
  }

  #ask<T>(act: (token: string) => Promise<T>): Promise<T> {
    const { server, sessions } = this.#deps;
    return sessions.use(server, act);
  }

  /** Whom the server knows no more, or as an operator no more, is looked at anew. */
  #noteFault(fault: FaultCode): void {
    if (fault === 'unauthenticated' || fault === 'not_found') void this.recognise();
  }

  async #showDoor(fault: FaultCode | null): Promise<void> {
    this.visitor.value = { is: 'nobody', fault };
    const { found } = await foundOf(() => fetchAbout(this.#deps.server));
    if (found && found.networks.length > 0) this.networks.value = found.networks;
  }
}

type ReadonlyListing = Pick<Listing<{ id: string }>, 'load'>;
