import type { SuspendRequest } from '#shared/schema/moderation.ts';
import { isOperator } from '../../identity/operators.ts';
import { closeParticipant, endInStore } from '../close.ts';
import { watchHostsOf } from '../hosting/watch.ts';
import type { AccountRecord, ParticipantRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { audit, inOneStep, type Step } from '../step.ts';
import type { ModerationContext } from './moderation.ts';

/** Shuts an account out until then, at once and everywhere, or lets it in again. What it hosts goes on without it. */
export async function suspend(
  context: ModerationContext,
  operator: AccountRecord,
  accountId: string,
  { until, why }: SuspendRequest,
): Promise<void> {
  const left = await inOneStep(context, async (step) => {
    const target = await step.records.account(accountId);
    if (!target) throw new Refusal('not_found');
    const isOut = until > step.now;
    const identities = await step.records.allIdentitiesOf(accountId);
    if (isOut && isOperator(identities, context.operators)) throw new Refusal('forbidden');
    await step.records.suspendAccount(accountId, isOut ? until : null);
    await audit(step, {
      actor: operator.id,
      action: isOut ? 'suspend' : 'unsuspend',
      target: accountId,
      detail: isOut ? { until, why } : { why },
    });
    return isOut ? putOut(step, accountId) : [];
  });
  await watchHostsOf(context, left);
}

async function putOut(step: Step, accountId: string): Promise<ParticipantRecord[]> {
  step.wake.judged.add(accountId);
  const left = await step.records.openParticipantsOf(accountId);
  for (const row of left) {
    const space = await step.records.space(row.spaceId);
    const isUnbegun = space?.state === 'starting' && row.role === 'host';
    if (isUnbegun) await endInStore(step, space, 'never_started', 'server');
    else await closeParticipant(step, row, 'removed');
  }
  return left;
}
