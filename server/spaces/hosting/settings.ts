import type { SettingsRequest } from '#shared/schema/api.ts';
import type { SpacesContext } from '../context.ts';
import type { AccountRecord } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { requireMay, requireOpenSpace, requirePresent } from '../stage/act.ts';
import { touch } from '../stage/seats.ts';
import { audit, inOneStep } from '../step.ts';

/** What is named changes, at once; the host may do it from outside too. Refuses with `not_found`, `space_ended`, `not_in_space`, `forbidden`. */
export async function changeSettings(
  context: SpacesContext,
  account: AccountRecord,
  spaceId: string,
  change: SettingsRequest,
): Promise<void> {
  await inOneStep(context, async (step) => {
    const space = await requireOpenSpace(step.records, spaceId);
    requireGuestMay(step, account, 'settings');
    if (space.hostId !== account.id) {
      const { role } = await requirePresent(step.records, account, space);
      requireMay(role, 'settings', 'space');
    }
    if (change.speakPolicy && change.speakPolicy !== 'followed') await step.records.dropFollowed(spaceId);
    await touch(step, space, change);
    await audit(step, { spaceId, actor: account.id, action: 'settings' });
  });
}
