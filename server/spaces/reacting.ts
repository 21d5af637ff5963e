import { isOnStage } from '#shared/policy/permissions.ts';
import { may } from '#shared/policy/policy.ts';
import type { Reaction } from '#shared/schema/stage.ts';
import { requireGuestMay, type GuestRules } from './guests.ts';
import { requireSpace } from './leave.ts';
import type { AccountRecord, Records } from './records.ts';
import { Refusal } from './refusal.ts';

/** Where reactions go: out to everybody in the Space, in memory and lossy. `pid` is null for a listener's. */
export interface ReactionSink {
  add(spaceId: string, pid: string | null, emoji: Reaction): void;
}

/** Shows a reaction to all in the Space. Refuses with `not_found`, `space_ended`, `not_in_space`, `sign_in_required`. */
export async function react(
  { store, reactions, guests }: GuestRules & { store: Records; reactions: ReactionSink },
  account: AccountRecord,
  spaceId: string,
  emoji: Reaction,
): Promise<void> {
  requireGuestMay({ guests }, account, 'react');
  const space = await requireSpace(store, spaceId);
  if (space.state === 'ended') throw new Refusal('space_ended');
  const [row] = await store.openParticipantsAmong(spaceId, [account.id]);
  if (!row) throw new Refusal('not_in_space');
  if (!may(row.role, 'react', 'self')) throw new Refusal('forbidden');
  reactions.add(spaceId, isOnStage(row.role) ? row.id : null, emoji);
}
