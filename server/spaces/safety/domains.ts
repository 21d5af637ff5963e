import type { DomainRule } from '#shared/schema/moderation.ts';
import { signOut } from '../../identity/account/devices.ts';
import type { AccountRecord, Records } from '../records.ts';
import { audit, inOneStep } from '../step.ts';
import { isBlockedAt } from './domain-rules.ts';
import type { ModerationContext } from './moderation.ts';

export async function setDomain(
  context: ModerationContext,
  operator: AccountRecord,
  host: string,
  rule: DomainRule,
): Promise<void> {
  const out = await inOneStep(context, async (step) => {
    await step.records.setDomain({ host, rule, at: step.now, by: operator.id });
    await audit(step, { actor: operator.id, action: 'domain', detail: { host, rule } });
    return rule === 'block' ? homelessAt(step.records, host) : [];
  });
  for (const accountId of out) await signOutEverywhere(context, accountId);
}

export async function dropDomain(
  context: ModerationContext,
  operator: AccountRecord,
  host: string,
): Promise<void> {
  await inOneStep(context, async (step) => {
    if (!(await step.records.domains()).some((domain) => domain.host === host)) return;
    await step.records.dropDomain(host);
    await audit(step, { actor: operator.id, action: 'undomain', detail: { host } });
  });
}

async function signOutEverywhere(context: ModerationContext, accountId: string): Promise<void> {
  for (const { id } of await context.store.sessionsOf(accountId)) await signOut(context, accountId, id);
}

/** Accounts that are known by blocked domains alone. */
async function homelessAt(records: Records, host: string): Promise<string[]> {
  const rules = await records.domains();
  const identities = await records.identitiesAmong(await records.accountsAt(host));
  const at = Map.groupBy(identities, ({ accountId }) => accountId);
  return [...at].filter(([, theirs]) => theirs.every((one) => isBlockedAt(rules, one))).map(([id]) => id);
}
