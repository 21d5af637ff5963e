import type { Domain } from '#shared/schema/moderation.ts';
import type { IdentityRecord } from '../../identity/records.ts';

type Rule = Pick<Domain, 'host' | 'rule'>;
type Known = Pick<IdentityRecord, 'network' | 'handle' | 'host'>;

/** Whether these rules take nobody of this identity: one of its domains is blocked, or others alone are allowed. */
export function isRefusedAt(rules: Rule[], identity: Known): boolean {
  if (isBlockedAt(rules, identity)) return true;
  const allowed = rules.filter(({ rule }) => rule === 'allow');
  return allowed.length > 0 && !allowed.some((rule) => holdsFor(rule, identity));
}

export function isBlockedAt(rules: Rule[], identity: Known): boolean {
  return rules.some((rule) => rule.rule === 'block' && holdsFor(rule, identity));
}

function holdsFor({ host }: Rule, identity: Known): boolean {
  return domainsOf(identity).some((domain) => domain === host || domain.endsWith(`.${host}`));
}

/** The server that vouches, and the domain that the handle names; X's handles name none. */
function domainsOf({ network, handle, host }: Known): string[] {
  const named = network === 'x' ? '' : handle.slice(handle.lastIndexOf('@') + 1);
  return [host, named].map((domain) => domain.toLowerCase().replace(/\.$/, ''));
}
