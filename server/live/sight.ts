import { may } from '#shared/policy/policy.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { Queue } from '#shared/schema/stage.ts';
import type { ParticipantRecord, Records } from '../spaces/records.ts';
import { queueOf, readStage, readWaiting, type StageReading } from '../spaces/stage-view.ts';
import type { Follower } from './follower.ts';

/** All that the followers of one Space are to be told, as it was at one moment. */
export interface Sight {
  reading: StageReading;
  listeners: number;
  /** By account where it is now, null for nowhere; only those whose place may have changed. */
  rows: Map<string, ParticipantRecord | null>;
  /** By account those on stage whom it does not want to hear. */
  mutes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Null unless somebody follows who may see it. */
  queue: Queue | null;
}

interface Wanted {
  followers: ReadonlySet<Follower>;
  /** Accounts of which there was a word. */
  touched: ReadonlySet<string>;
  /** The listeners as last counted; null when they are to be counted. */
  listeners: number | null;
}

/** Null when there is no such Space. In a transaction, a few queries however many follow. */
export async function readSight(
  records: Records,
  spaceId: string,
  wanted: Wanted,
  limits: Limits,
  now: number,
): Promise<Sight | null> {
  const reading = await readStage(records, spaceId, limits, now);
  if (!reading) return null;
  const mutes = await records.mutesOf(reading.people.map(({ accountId }) => accountId));
  const rows = await rowsOf(records, reading, wanted, mutes);
  const moderated = [...wanted.followers].some(({ accountId }) => moderates(rows.get(accountId ?? '')));
  return {
    reading,
    rows,
    mutes,
    listeners: isOver(reading) ? 0 : (wanted.listeners ?? (await records.listenerCount(spaceId))),
    queue: moderated ? queueOf(reading, await readWaiting(records, reading)) : null,
  };
}

async function rowsOf(
  records: Records,
  reading: StageReading,
  wanted: Wanted,
  mutes: Sight['mutes'],
): Promise<Sight['rows']> {
  const { people, requests, invited, shown, space } = reading;
  const rows: Sight['rows'] = new Map();
  for (const row of [...people, ...requests, ...invited, ...shown]) rows.set(row.accountId, row);
  const others = [...wanted.followers]
    .filter(
      (follower) => isOver(reading) || mayHaveMoved(follower, wanted.touched) || mutes.has(idOf(follower)),
    )
    .map(idOf)
    .filter((accountId) => accountId !== '' && !rows.has(accountId));
  for (const accountId of others) rows.set(accountId, null);
  for (const row of await records.openParticipantsAmong(space.id, others)) rows.set(row.accountId, row);
  return rows;
}

function isOver({ space }: StageReading): boolean {
  return space.state === 'ended';
}

function idOf({ accountId }: Follower): string {
  return accountId ?? '';
}

function mayHaveMoved({ accountId, placed, me }: Follower, touched: ReadonlySet<string>): boolean {
  return placed || me === '' || touched.has(accountId ?? '');
}

function moderates(row: ParticipantRecord | null | undefined): boolean {
  return row ? may(row.role, 'seeQueue', 'space') : false;
}
