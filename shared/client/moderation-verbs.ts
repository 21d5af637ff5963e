import {
  AuditSchema,
  DomainsSchema,
  ReportsSchema,
  type Audit,
  type Domain,
  type DomainRule,
  type EndSpaceRequest,
  type Reports,
  type ReportState,
  type SuspendRequest,
} from '#shared/schema/moderation.ts';
import type { ServerClient } from './server-client.ts';

const BASE = '/v1/moderation';
/** A hundred deeds, each with two accounts and theirs. */
const LIST_BYTES = 2 * 1024 * 1024;

/** The path of one thing, whatever it is called. */
const at = (what: string, id: string, more = '') => `${BASE}/${what}/${encodeURIComponent(id)}${more}`;

function listed(what: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${BASE}/${what}?${new URLSearchParams(given)}`;
}

export function fetchReports(
  server: ServerClient,
  token: string,
  query: { state: ReportState; before?: string },
): Promise<Reports> {
  return server.call(listed('reports', query), { token, answer: ReportsSchema, atMost: LIST_BYTES });
}

export function putReport(
  server: ServerClient,
  token: string,
  id: string,
  state: ReportState,
): Promise<void> {
  return server.call(at('reports', id), { token, body: { state } });
}

export function suspendAccount(
  server: ServerClient,
  token: string,
  id: string,
  body: SuspendRequest,
): Promise<void> {
  return server.call(at('accounts', id, '/suspend'), { token, body });
}

export function endSpace(
  server: ServerClient,
  token: string,
  id: string,
  body: EndSpaceRequest,
): Promise<void> {
  return server.call(at('spaces', id, '/end'), { token, body });
}

export async function fetchDomains(server: ServerClient, token: string): Promise<Domain[]> {
  const call = { token, answer: DomainsSchema, atMost: LIST_BYTES };
  return (await server.call(`${BASE}/domains`, call)).domains;
}

export function setDomain(
  server: ServerClient,
  token: string,
  host: string,
  rule: DomainRule,
): Promise<void> {
  return server.call(at('domains', host), { method: 'PUT', token, body: { rule } });
}

export function dropDomain(server: ServerClient, token: string, host: string): Promise<void> {
  return server.call(at('domains', host), { method: 'DELETE', token });
}

export function fetchAudit(
  server: ServerClient,
  token: string,
  query: { by?: 'operators'; target?: string; before?: string },
): Promise<Audit> {
  return server.call(listed('audit', query), { token, answer: AuditSchema, atMost: LIST_BYTES });
}
