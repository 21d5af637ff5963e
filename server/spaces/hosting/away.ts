import type { ParticipantRecord } from '../records.ts';

/** Since when a person of an open join is not connected, by whichever sign came first; null while they are. */
export function awaySince({ goneAt, lineLostAt, lkSid, joinedAt }: ParticipantRecord): number | null {
  const signs = [goneAt, lineLostAt, lkSid === null ? joinedAt : null].filter((at) => at !== null);
  return signs.length > 0 ? Math.min(...signs) : null;
}
