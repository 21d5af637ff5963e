import type { Device } from '#shared/schema/account.ts';
import type { SpacesContext } from '../../spaces/context.ts';
import { watchHostsOf } from '../../spaces/hosting/watch.ts';
import { closeJoins } from '../../spaces/leave.ts';
import type { Caller, ParticipantRecord, Records } from '../../spaces/records.ts';
import { inOneStep, type Step } from '../../spaces/step.ts';

/** Newest use first. */
export async function devicesOf(records: Records, { id: accountId, sessionId }: Caller): Promise<Device[]> {
  return (await records.sessionsOf(accountId)).map(({ id, device, createdAt: at, lastUsedAt }) => ({
    id,
    device,
    at,
    lastUsedAt,
    current: id === sessionId,
  }));
}

/**
 * Ends a session, and what was joined by it: LiveKit and the gate let go of it, push sockets are told, and where it hosted
 * the Space goes on without its host.
 */
export async function signOut(context: SpacesContext, accountId: string, sessionId: string): Promise<void> {
  const left = await inOneStep(context, async (step) => {
    if (!(await step.records.dropSession(accountId, sessionId))) return [];
    step.wake.sessions.set(sessionId, null);
    return closeJoinsOf(step, accountId, sessionId);
  });
  await watchHostsOf(context, left);
}

async function closeJoinsOf(step: Step, accountId: string, sessionId: string): Promise<ParticipantRecord[]> {
  const { records, wake } = step;
  const closed: ParticipantRecord[] = [];
  for (const row of await records.openParticipantsOf(accountId)) {
    const space = await records.space(row.spaceId);
    if (row.sessionId === sessionId && space) {
      await closeJoins(step, space, [row]);
      closed.push(row);
      continue;
    }
    // Another device took over; what this one still holds gets no time to go by itself.
    for (const old of await records.supersededBy(row.id)) {
      if (old.sessionId !== sessionId) continue;
      await records.updateParticipant(old.id, { leftReason: 'left' });
      wake.gone.add(old.id);
    }
  }
  return closed;
}
