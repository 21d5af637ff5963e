import type { Identity, MyAccount } from '#shared/schema/account.ts';
import { isNoticed } from '../../spaces/close.ts';
import type { Records } from '../../spaces/records.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { touch } from '../../spaces/stage/seats.ts';
import { inOneStep, type Step } from '../../spaces/step.ts';
import { notePerson } from '../../spaces/wake.ts';
import { isOperator } from '../operators.ts';
import type { IdentityRecord } from '../records.ts';
import type { AccountsContext } from './accounts.ts';

/** The picture is the one that others see. */
export async function readMe(
  { store, operators }: { store: Records; operators: string[] },
  accountId: string,
): Promise<MyAccount> {
  const account = await store.account(accountId);
  if (!account) throw new Refusal('unauthenticated');
  const identities = await store.allIdentitiesOf(accountId);
  const { id, name, guest } = account;
  const seen = identities.find(({ shown, picture }) => shown && picture !== null);
  return {
    id,
    name,
    guest,
    picture: seen?.picture ?? null,
    identities: identities.map(shownIdentity),
    operator: isOperator(identities, operators),
  };
}

/** An identity as its own person sees it. */
export function shownIdentity(identity: IdentityRecord): Identity {
  const { id, network, handle, subject, host, name, picture, shown, status, provedAt } = identity;
  return { id, network, handle, subject, host, name, picture, shown, status, at: provedAt };
}

/** Takes another name, in the Space where the person is as well. */
export async function renameMe(context: AccountsContext, accountId: string, name: string): Promise<void> {
  await inOneStep(context, async (step) => {
    await step.records.renameAccount(accountId, name);
    await renameJoins(step, accountId, name);
  });
}

/** Names the open joins of an account so. */
export async function renameJoins(step: Step, accountId: string, name: string): Promise<void> {
  const { records, wake } = step;
  for (const row of await records.openParticipantsOf(accountId)) {
    if (row.name === name) continue;
    await records.updateParticipant(row.id, { name });
    notePerson(wake, row);
    if (row.exposed) wake.roles.add(row.id);
    const space = isNoticed(row) ? await records.space(row.spaceId) : undefined;
    if (space && space.state !== 'ended') await touch(step, space);
  }
}
