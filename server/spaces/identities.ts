import { isOnStage } from '#shared/policy/permissions.ts';
import type { SpacesContext } from './context.ts';
import { inOneStep, patchSpace } from './step.ts';

/** What somebody shows of themselves is another thing now: every Space on whose stage they are says so anew. */
export async function identitiesChanged(context: SpacesContext, accountId: string): Promise<void> {
  await inOneStep(context, async (step) => {
    for (const { spaceId, role } of await step.records.openParticipantsOf(accountId)) {
      const space = isOnStage(role) ? await step.records.space(spaceId) : undefined;
      if (space && space.state !== 'ended') await patchSpace(step, space, {});
    }
  });
}
