import type { AccountRecord } from '../records.ts';
import type { SafetyContext } from './safety.ts';

/** Wherever the account is now, its own place looks different. */
export async function tellDevices(
  { store, announcer }: SafetyContext,
  { id }: Pick<AccountRecord, 'id'>,
): Promise<void> {
  for (const { spaceId } of await store.openParticipantsOf(id)) announcer.changedFor(spaceId, [id]);
}
