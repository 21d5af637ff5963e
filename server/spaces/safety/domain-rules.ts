import type { Domain } from '#shared/schema/moderation.ts';
import type { IdentityRecord } from '../../identity/records.ts';

type Rule = Pick<Domain, 'host' | 'rule'>;
type Known = Pick<IdentityRecord, 'network' | 'handle' | 'host'>;

/** Whether these rules take nobody of this identity: one of its domains is blocked, or others alone are allowed. */
export function isRefusedAt(rules: Rule[], identity: Known): boolean {
  if (isBlockedAt(rules, identity)) return true;
  const allowed = rules.filter(({ rule }) => rule === 'allow');
  const domains = domainsOf(identity);
  return allowed.length > 0 && !allowed.some((rule) => domains.some((domain) => isWithin(rule, domain)));
}

export function isBlockedAt(rules: Rule[], identity: Known): boolean {
  return domainsOf(identity).some((domain) => isBlockedHost(rules, domain));
}

function isBlockedHost(rules: Rule[], host: string): boolean {
  return rules.some((rule) => rule.rule === 'block' && isWithin(rule, host));
}

function isWithin(rule: Rule, domain: string): boolean {
  const host = domain.toLowerCase().replace(/\.$/, '');
  return host === rule.host || host.endsWith(`.${rule.host}`);
}

/** The server that vouches, and the domain that the handle names; X's handles name none. */
function domainsOf({ network, handle, host }: Known): string[] {
  return [host, network === 'x' ? '' : handle.slice(handle.lastIndexOf('@') + 1)];
}
