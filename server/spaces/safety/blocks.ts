import { ulid } from 'ulid';
import type { Block, BlockRequest } from '#shared/schema/safety.ts';
import { doubtAhead } from '../ahead/ahead.ts';
import type { AccountRecord, BlockRecord, ParticipantRecord, Records } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { tellDevices } from './devices.ts';
import type { SafetyContext } from './safety.ts';

/**
 * Blocks the account behind a participant of any Space, there or gone, and mutes it for the caller. Out of a Space that the
 * caller hosts the person is removed. Blocked again is fine. Refuses with `not_found`, and with `forbidden` for oneself.
 */
export async function block(
  context: SafetyContext,
  account: AccountRecord,
  { spaceId, pid }: BlockRequest,
): Promise<Block> {
  requireGuestMay(context, account, 'block');
  const target = await participantOf(context.store, spaceId, pid);
  if (target.accountId === account.id) throw new Refusal('forbidden');
  const at = context.clock();
  const block = await context.store.addBlock({
    id: ulid(at),
    blocker: account.id,
    blocked: target.accountId,
    name: target.name,
    at,
  });
  await context.store.addMute(account.id, target.accountId, at);
  await tellDevices(context, account);
  await removeFromOwnSpace(context, account, target.accountId);
  await doubtAhead(context, { accounts: new Set([account.id, target.accountId]) });
  return shownBlock(block);
}

/** Whom the account blocked, newest first. */
export async function blocksOf({ store }: SafetyContext, account: AccountRecord): Promise<Block[]> {
  return (await store.blocksOf(account.id)).map(shownBlock);
}

/** The person is heard again as well. Undone twice is fine, and nobody undoes another's. */
export async function unblock(context: SafetyContext, account: AccountRecord, id: string): Promise<void> {
  const block = (await context.store.blocksOf(account.id)).find((one) => one.id === id);
  if (!block) return;
  await context.store.transaction(async (records) => {
    await records.dropBlock(account.id, id);
    await records.dropMute(account.id, block.blocked);
  });
  await tellDevices(context, account);
}

/** The participant a request names; refuses with `not_found` for one of no or another Space. */
export async function participantOf(
  records: Records,
  spaceId: string,
  pid: string,
): Promise<ParticipantRecord> {
  const participant = await records.participant(pid);
  if (participant?.spaceId !== spaceId) throw new Refusal('not_found');
  return participant;
}

async function removeFromOwnSpace(
  { store, spaces }: SafetyContext,
  host: AccountRecord,
  blocked: string,
): Promise<void> {
  const hosted = await store.openSpaceOf(host.id);
  if (!hosted) return;
  const rows = await store.openParticipantsAmong(hosted.id, [host.id, blocked]);
  const target = rows.find(({ accountId }) => accountId === blocked);
  if (!target || rows.length < 2) return;
  try {
    await spaces.person(host, hosted.id, target.id, 'remove');
  } catch (error) {
    // Whoever left, or is no longer under this host, needs no removing; the block stands.
    if (!(error instanceof Refusal)) throw error;
  }
}

function shownBlock({ id, name, at }: BlockRecord): Block {
  return { id, name, at };
}
