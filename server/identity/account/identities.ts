import type { IdentityRequest } from '#shared/schema/account.ts';
import { showAnew } from '../../spaces/identities-changed.ts';
import type { Caller, Records } from '../../spaces/records.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { isBlockedAt } from '../../spaces/safety/domain-rules.ts';
import { inOneStep } from '../../spaces/step.ts';
import { keepAgainst } from '../known-again.ts';
import type { IdentityPatch, IdentityRecord } from '../records.ts';
import type { AccountsContext } from './accounts.ts';
import { deleteAccount } from './delete.ts';

/** Shows an identity in Spaces or no longer, or takes back the leave to set its status. Refuses with `not_found`. */
export async function changeIdentity(
  context: AccountsContext,
  caller: Caller,
  id: string,
  { shown, status }: IdentityRequest,
): Promise<void> {
  const identity = await requireOwn(context.store, caller, id);
  if (status === false) await forgetLeave(context, identity);
  const patch: IdentityPatch = { ...(shown !== undefined && { shown }), ...(status === false && { status }) };
  if (Object.keys(patch).length === 0) return;
  await inOneStep(context, async (step) => {
    await requireOwn(step.records, caller, id);
    await step.records.updateIdentity(id, patch);
    await showAnew(step, caller.id);
  });
}

/**
 * Takes an identity from the account; the last one takes the account with it. Refuses with `not_found`, and with
 * `domain_refused` what would leave only identities by which nobody comes in.
 */
export async function unlink(context: AccountsContext, caller: Caller, id: string): Promise<void> {
  const identity = await requireOwn(context.store, caller, id);
  await othersOf(context.store, identity);
  await forgetLeave(context, identity);
  const isLast = await inOneStep(context, async (step) => {
    const { records } = step;
    const { network, subject } = await requireOwn(records, caller, id);
    if ((await othersOf(records, identity)).length === 0) return true;
    await keepAgainst(step, caller.id, identity);
    await records.dropIdentity(network, subject);
    await records.dropUnusedPictures();
    await showAnew(step, caller.id);
    return false;
  });
  if (isLast) await deleteAccount(context, caller.id);
}

/** What is left of an account without this identity. Refuses with `domain_refused` where all of that is of blocked domains. */
async function othersOf(records: Records, { id, accountId }: IdentityRecord): Promise<IdentityRecord[]> {
  const others = (await records.allIdentitiesOf(accountId)).filter((one) => one.id !== id);
  const rules = await records.domains();
  if (others.length > 0 && others.every((one) => isBlockedAt(rules, one)))
    throw new Refusal('domain_refused');
  return others;
}

async function forgetLeave(context: AccountsContext, { network, subject }: IdentityRecord): Promise<void> {
  if (network === 'bluesky') await context.forgetStatus(subject);
}

async function requireOwn(records: Records, { id: accountId }: Caller, id: string): Promise<IdentityRecord> {
  const identity = (await records.allIdentitiesOf(accountId)).find((own) => own.id === id);
  if (!identity) throw new Refusal('not_found');
  return identity;
}
