import { isNoticed } from './close.ts';
import { touch } from './stage/seats.ts';
import type { Step } from './step.ts';

/** What an account shows of itself changed: where others see it, the Space has a new version and is shown anew. */
export async function showAnew(step: Step, accountId: string): Promise<void> {
  for (const row of await step.records.openParticipantsOf(accountId)) {
    const space = isNoticed(row) ? await step.records.space(row.spaceId) : undefined;
    if (space && space.state !== 'ended') await touch(step, space);
  }
}
