import type { SpacesContext } from '../context.ts';
import type { AccountRecord } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { requireMay, requireOpenSpace, requirePresent } from '../stage/act.ts';
import { touch } from '../stage/seats.ts';
import { audit, inOneStep } from '../step.ts';
import type { Followed } from './records.ts';

/**
 * Takes whom the host follows; those of them who wait come on stage. Refuses with `conflict` unless the Space is under
 * that policy, so that nothing is kept without need, and with `not_found`, `space_ended`, `not_in_space`, `forbidden`.
 */
export async function takeFollowed(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
  followed: Followed,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await requireOpenSpace(step.records, spaceId);
    requireGuestMay(step, account, 'settings');
    if (space.hostId !== account.id) {
      const { role } = await requirePresent(step.records, account, space);
      requireMay(role, 'settings', 'space');
    }
    if (space.speakPolicy !== 'followed') throw new Refusal('conflict');
    await step.records.putFollowed(spaceId, followed);
    await touch(step, space);
    await audit(step, { spaceId, actor: account.id, action: 'followed' });
  });
}
