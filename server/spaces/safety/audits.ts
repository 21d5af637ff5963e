import type { Audit } from '#shared/schema/moderation.ts';
import type { Records } from '../records.ts';
import { knownAmong } from './known.ts';

const LISTED = 100;

export interface AuditFilter {
  /** The account they were done to. */
  target?: string;
  /** Leaves out what hosts, guests and the server did. */
  byOperators: boolean;
}

/** What was done, newest first, with the names of today; in a transaction. */
export async function auditsFor(
  records: Records,
  filter: AuditFilter,
  before: string | undefined,
  now: number,
): Promise<Audit> {
  const found = await records.audits(filter, { before, max: LISTED + 1 });
  const listed = found.slice(0, LISTED);
  const people = listed.flatMap(({ actor, target }) => [actor, target]);
  const known = await knownAmong(records, people, now);
  const wanted = listed.map(({ spaceId }) => spaceId).filter((id) => id !== null);
  const spaces = await records.spacesAmong([...new Set(wanted)]);
  const titles = new Map(spaces.map(({ id, title }) => [id, title]));
  const entries = listed.map(({ id, at, action, actor, target, spaceId, detail }) => ({
    id,
    at,
    action,
    actorId: actor,
    actor: known.get(actor) ?? null,
    targetId: target,
    target: known.get(target ?? '') ?? null,
    space: spaceId === null ? null : { id: spaceId, title: titles.get(spaceId) ?? '' },
    detail,
  }));
  return { entries, more: found.length > LISTED };
}
