import { ulid } from 'ulid';
import type { Handle } from '#shared/schema/moderation.ts';
import type { ReportRequest } from '#shared/schema/safety.ts';
import type { AccountRecord, Records, ReportRecord } from '../records.ts';
import { requireGuestMay } from '../guests.ts';
import { Refusal } from '../refusal.ts';
import { participantOf } from './blocks.ts';
import { handleOf } from './known.ts';
import type { SafetyContext } from './safety.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Keeps a report of a Space, or of a person in it, with what was true at that moment, and tells the operator's log.
 * Refuses with `not_found`, `forbidden` (oneself), `rate_limited`.
 */
export async function report(
  { store, clock, limits, log, guests }: SafetyContext,
  account: AccountRecord,
  request: ReportRequest,
): Promise<void> {
  requireGuestMay({ guests }, account, 'report');
  const at = clock();
  const kept = await store.transaction(async (records) => {
    const evidence = await evidenceFor(records, account, request, at);
    await requireFew(records, account, at, limits.reportsPerDay);
    await records.addReport(evidence);
    return evidence;
  });
  const { id: reportId, spaceId, reporter, target } = kept;
  log.warn({ reportId, spaceId, reporter, target }, 'somebody was reported');
}

async function evidenceFor(
  records: Records,
  account: AccountRecord,
  { spaceId, pid, reason, text = '' }: ReportRequest,
  at: number,
): Promise<ReportRecord> {
  const space = await records.space(spaceId);
  if (!space) throw new Refusal('not_found');
  const target = pid === undefined ? null : await participantOf(records, spaceId, pid);
  if (target?.accountId === account.id) throw new Refusal('forbidden');
  const [own] = await records.openParticipantsAmong(spaceId, [account.id]);
  return {
    id: ulid(at),
    at,
    spaceId,
    reason,
    text,
    host: space.hostId,
    reporter: account.id,
    reporterName: own?.name ?? account.name,
    reporterRole: own?.role ?? null,
    reporterHandles: await shownHandles(records, account.id),
    target: target?.accountId ?? null,
    targetName: target?.name ?? space.title,
    targetRole: target?.role ?? null,
    targetHandles: await shownHandles(records, target?.accountId ?? space.hostId),
  };
}

/** By which others could know somebody at that moment; of a Space those of its host. */
async function shownHandles(records: Records, accountId: string): Promise<Handle[]> {
  return (await records.identitiesOf([accountId])).map(handleOf);
}

async function requireFew(
  records: Records,
  account: AccountRecord,
  now: number,
  perDay: number,
): Promise<void> {
  const times = await records.reportsSince(account.id, now - DAY_MS);
  const inTheWay = times.at(-perDay);
  if (inTheWay !== undefined) throw new Refusal('rate_limited', inTheWay + DAY_MS - now);
}
