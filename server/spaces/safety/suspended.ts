import type { AccountRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import type { Step } from '../step.ts';

export function isSuspended({ suspendedUntil }: Pick<AccountRecord, 'suspendedUntil'>, now: number): boolean {
  return suspendedUntil !== null && suspendedUntil > now;
}

/** Asks the store once more: an operator may have been faster than the request. Refuses with `suspended`. */
export async function requireNotSuspended(
  { records, now }: Pick<Step, 'records' | 'now'>,
  { id }: Pick<AccountRecord, 'id'>,
): Promise<void> {
  const account = await records.account(id);
  if (account && isSuspended(account, now)) throw new Refusal('suspended');
}
