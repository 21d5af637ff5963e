import type { Domain, DomainRule } from '#shared/schema/moderation.ts';
import { signOut } from '../../identity/account/devices.ts';
import { isOperator } from '../../identity/operators.ts';
import type { IdentityRecord } from '../../identity/records.ts';
import type { AccountRecord, Records } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { audit, inOneStep } from '../step.ts';
import { isBlockedAt, isRefusedAt } from './domain-rules.ts';
import type { ModerationContext } from './moderation.ts';

type Theirs = [IdentityRecord, ...IdentityRecord[]];

/** Refuses with `forbidden` what would shut out who sets it, and a block that leaves another operator no identity. */
export async function setDomain(
  context: ModerationContext,
  operator: AccountRecord,
  host: string,
  rule: DomainRule,
): Promise<void> {
  const out = await inOneStep(context, async (step) => {
    await step.records.setDomain({ host, rule, at: step.now, by: operator.id });
    await audit(step, { actor: operator.id, action: 'domain', detail: { host, rule } });
    const rules = await step.records.domains();
    const mine = await step.records.allIdentitiesOf(operator.id);
    if (mine.every((identity) => isRefusedAt(rules, identity))) throw new Refusal('forbidden');
    const homeless = rule === 'block' ? await homelessAt(step.records, host, rules) : [];
    if (homeless.some((theirs) => isOperator(theirs, context.operators))) throw new Refusal('forbidden');
    return homeless.map(([{ accountId }]) => accountId);
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

/** The identities, by account, of those who are known by blocked domains alone. */
async function homelessAt(records: Records, host: string, rules: Domain[]): Promise<Theirs[]> {
  const identities = await records.identitiesAmong(await records.accountsAt(host));
  const byAccount = Object.values(Object.groupBy(identities, ({ accountId }) => accountId)) as Theirs[];
  return byAccount.filter((theirs) => theirs.every((one) => isBlockedAt(rules, one)));
}
