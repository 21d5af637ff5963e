import type { SpacesContext } from '../context.ts';
import type { ParticipantRecord } from '../records.ts';
import { touch } from '../stage/seats.ts';
import { inOneStep } from '../step.ts';
import { watchHost } from './watch.ts';

/** Nothing is heard of this identity at the gate, for `quietMs` already. That is noted of hosts, and forgotten with the next sign. */
export async function lineLost(context: SpacesContext, identity: string, quietMs = 0): Promise<void> {
  const lost = await context.store.transaction(async (records) => {
    const row = await records.participant(identity);
    if (!row || row.leftAt !== null || row.role !== 'host') return null;
    const lineLostAt = row.lineLostAt ?? context.clock() - quietMs;
    await records.updateParticipant(identity, { lineLostAt });
    return row;
  });
  if (lost) await watchHost(context, lost.spaceId);
}

/** A line of somebody stands: a host, who was host when it was lost, or the first host is there again. */
export async function lineStands(context: SpacesContext, { id, spaceId }: ParticipantRecord): Promise<void> {
  const isKnown = await inOneStep(context, async (step) => {
    const row = await step.records.participant(id);
    const space = await step.records.space(spaceId);
    if (!row || row.leftAt !== null || space?.state !== 'live') return false;
    const hosted = row.role === 'host' || row.accountId === space.firstHostId;
    if (!hosted && row.lineLostAt === null) return false;
    await step.records.updateParticipant(id, { goneAt: null, lineLostAt: null });
    if (row.role === 'host' && space.hostLostAt !== null) await touch(step, space, { hostLostAt: null });
    return row.lkSid !== null;
  });
  // Whom LiveKit has not named yet is looked at once it does.
  if (isKnown) await watchHost(context, spaceId);
}
