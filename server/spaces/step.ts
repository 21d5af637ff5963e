import { ulid } from 'ulid';
import type { GuestRights } from '#shared/schema/account.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { SpacesContext } from './context.ts';
import type { AuditRecord, Records, SpacePatch, SpaceRecord, Store } from './records.ts';
import { Refusal } from './refusal.ts';
import { follow, newWake, type Wake } from './wake.ts';

const TRIES = 3;

class VersionMoved extends Error {
  override readonly name = 'VersionMoved';
}

/** One transaction: what it reads and writes, when, and what has to follow it. */
export interface Step {
  records: Records;
  limits: Limits;
  guests: GuestRights;
  now: number;
  wake: Wake;
}

/**
 * Runs a transaction, then makes LiveKit and the lists follow. Run again when another writer was faster; refuses with
 * `conflict` after three times.
 */
export async function inOneStep<T>(context: SpacesContext, work: (step: Step) => Promise<T>): Promise<T> {
  const { limits, clock, guests } = context;
  const { result, wake } = await atomically(context.store, async (records) => {
    const step = { records, limits, guests, now: clock(), wake: newWake() };
    return { result: await work(step), wake: step.wake };
  });
  await follow(context, wake);
  return result;
}

async function atomically<T>(store: Store, work: (records: Records) => Promise<T>): Promise<T> {
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await store.transaction(work);
    } catch (error) {
      if (!(error instanceof VersionMoved)) throw error;
    }
  }
  throw new Refusal('conflict');
}

/** Compare-and-set of the Space; once in a step for each reading of it. */
export async function patchSpace(
  { records, wake }: Step,
  space: SpaceRecord,
  patch: SpacePatch,
): Promise<void> {
  if (!(await records.updateSpace(space.id, space.version, patch))) throw new VersionMoved();
  wake.spaces.add(space.id);
}

/** Keeps who did what: `actor` is an account's id or `server`, `target` the account it was done to, `detail` what an operator did. */
export async function audit(
  { records, now }: Step,
  entry: Partial<AuditRecord> & Pick<AuditRecord, 'actor' | 'action'>,
): Promise<void> {
  await records.addAudit({ id: ulid(now), at: now, spaceId: null, target: null, detail: null, ...entry });
}
