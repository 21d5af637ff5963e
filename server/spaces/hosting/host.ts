import type { ParticipantRecord, Records, SpaceRecord } from '../records.ts';
import { setRole } from '../stage/seats.ts';
import type { Step } from '../step.ts';

/** Gives the host's role to somebody in the Space; who had it stays on stage. The Space's row is the caller's to write. */
export async function makeHost(step: Step, space: SpaceRecord, next: ParticipantRecord): Promise<void> {
  await stepDown(step, space, next.id);
  await setRole(step, next, 'host');
}

/** The present host becomes co-host, or speaker where there are co-hosts enough apart from `except`. */
export async function stepDown(step: Step, space: SpaceRecord, except?: string): Promise<void> {
  const stage = await step.records.stage(space.id);
  const host = stage.find(({ role }) => role === 'host');
  const cohosts = stage.filter(({ role, id }) => role === 'cohost' && id !== except).length;
  if (!host || host.id === except) return;
  await setRole(step, host, cohosts < step.limits.cohostsMax ? 'cohost' : 'speaker');
}

/** Whether an account is host of an open Space other than this one. */
export async function hostsElsewhere(
  records: Records,
  accountId: string,
  { id }: Pick<SpaceRecord, 'id'>,
): Promise<boolean> {
  const hosted = await records.openSpaceOf(accountId);
  return hosted !== undefined && hosted.id !== id;
}
