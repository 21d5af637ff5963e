import * as v from 'valibot';
import type { Session } from '#shared/schema/api.ts';
import {
  AuditSchema,
  DomainsSchema,
  ReportsSchema,
  type AuditEntry,
  type DomainRule,
  type ReportState,
} from '#shared/schema/moderation.ts';
import { openScene, type Scene } from './actor.ts';
import { read, type CoreApp } from './core-app.ts';
import { identity } from './store-contract-records.ts';

/** Who may moderate in these tests. */
export const OPERATOR = '@olu@perch.example';

/** An operator at work, over HTTP. */
export class Operator {
  readonly core: CoreApp;
  readonly token: string;
  readonly accountId: string;

  constructor(core: CoreApp, { token, account }: Session) {
    this.core = core;
    this.token = token;
    this.accountId = account.id;
  }

  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.core.request(method, `/v1/moderation${path}`, { token: this.token, body });
  }

  suspend(accountId: string, until: number, why?: string): Promise<Response> {
    return this.ask('POST', `/accounts/${accountId}/suspend`, { until, why });
  }

  rule(host: string, rule: DomainRule): Promise<Response> {
    return this.ask('PUT', `/domains/${host}`, { rule });
  }

  async reports(state: ReportState = 'open', more = '') {
    return v.parse(ReportsSchema, await read(await this.ask('GET', `/reports?state=${state}${more}`)));
  }

  async domains() {
    return v.parse(DomainsSchema, await read(await this.ask('GET', '/domains'))).domains;
  }

  /** What was audited, newest first. */
  async audit(query = 'by=operators'): Promise<AuditEntry[]> {
    return v.parse(AuditSchema, await read(await this.ask('GET', `/audit?${query}`))).entries;
  }
}

/** A live Space, on a server with an operator. */
export async function openModerated(
  options: Parameters<typeof openScene>[0] = {},
): Promise<Scene & { operator: Operator }> {
  const scene = await openScene({
    ...options,
    config: { ...options.config, operators: [OPERATOR, '@ops@finch.example'] },
  });
  const session = await scene.core.guest('Olu');
  await scene.core.store.addIdentity(
    identity('olu', session.account.id, { handle: OPERATOR, host: 'perch.example' }),
  );
  return { ...scene, operator: new Operator(scene.core, session) };
}
