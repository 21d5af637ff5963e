import type { MuteRequest } from '#shared/schema/safety.ts';
import type { AccountRecord } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { participantOf } from './blocks.ts';
import { tellDevices } from './devices.ts';
import type { SafetyContext } from './safety.ts';

/** Mutes the account behind a participant of any Space, there or gone, for the caller alone. Refuses with `not_found`, and with `forbidden` for oneself. */
export async function mute(
  context: SafetyContext,
  account: AccountRecord,
  { spaceId, pid }: MuteRequest,
): Promise<void> {
  requireGuestMay(context, account, 'muteForMe');
  const target = await participantOf(context.store, spaceId, pid);
  if (target.accountId === account.id) throw new Refusal('forbidden');
  await context.store.addMute(account.id, target.accountId, context.clock());
  await tellDevices(context, account);
}

/** Refuses with `not_found`. */
export async function unmute(
  context: SafetyContext,
  account: AccountRecord,
  { spaceId, pid }: MuteRequest,
): Promise<void> {
  const target = await participantOf(context.store, spaceId, pid);
  await context.store.dropMute(account.id, target.accountId);
  await tellDevices(context, account);
}
