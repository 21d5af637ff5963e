import type { SpacesContext } from '../context.ts';
import { thoseWhoMayBe } from '../guests.ts';
import type { ParticipantRecord, SpaceRecord } from '../records.ts';
import { isSuspended } from '../safety/suspended.ts';
import { touch } from '../stage/seats.ts';
import { audit, inOneStep, type Step } from '../step.ts';
import { awaySince } from './away.ts';
import { hostsElsewhere, makeHost } from './host.ts';

/**
 * Looks whether the host of a Space is there: notes an absence, ends it, finds a successor when it lasts, and gives the
 * role back to the first host. Comes back by itself when time alone can change the answer.
 */
export async function watchHost(context: SpacesContext, spaceId: string): Promise<void> {
  const { chores, grace } = context;
  let waitMs: number | null = 0;
  while (waitMs !== null && waitMs <= 0) {
    waitMs = await inOneStep(context, (step) => look(step, spaceId, grace.since));
  }
  if (waitMs !== null) chores.later(`host ${spaceId}`, waitMs, () => watchHost(context, spaceId));
}

/** Watches wherever one of these was host. */
export async function watchHostsOf(context: SpacesContext, people: ParticipantRecord[]): Promise<void> {
  const spaces = new Set(people.filter(({ role }) => role === 'host').map(({ spaceId }) => spaceId));
  for (const id of spaces) await watchHost(context, id);
}

/** One thing at a time; answers after how long to look again, null when only an event can change something. */
async function look(step: Step, spaceId: string, graceFrom: number): Promise<number | null> {
  const space = await step.records.space(spaceId);
  if (space?.state !== 'live' || (await giveBack(step, space))) return null;
  const stage = await step.records.stage(spaceId);
  const host = stage.find(({ role }) => role === 'host');
  const away = host ? awaySince(host) : step.now;
  if (away === null) return welcomeBack(step, space);
  const left = (ms: number, since: number) => ms - (step.now - Math.max(since, graceFrom));
  if (space.hostLostAt === null) {
    const { hostAwayMs } = step.limits;
    // After a clock was set back a loss lies ahead; it counts from now, so that nobody waits for an hour.
    const wait = host && away <= step.now + hostAwayMs ? left(hostAwayMs, away) : 0;
    if (wait <= 0) await touch(step, space, { hostLostAt: Math.min(away, step.now) });
    return wait;
  }
  if (space.hostLostAt > step.now) {
    await touch(step, space, { hostLostAt: step.now });
    return 0;
  }
  // Whom an operator shut out is not waited for.
  const isOut = isSuspended((await step.records.account(space.hostId)) ?? { suspendedUntil: null }, step.now);
  const wait = isOut ? 0 : left(step.limits.hostGraceMs, space.hostLostAt);
  if (wait > 0) return wait;
  await succeed(step, space, stage);
  return null;
}

async function welcomeBack(step: Step, space: SpaceRecord): Promise<null> {
  if (space.hostLostAt !== null) await touch(step, space, { hostLostAt: null });
  return null;
}

/** The longest-serving co-host who is there, else speaker, unless they are host elsewhere. Nobody fits: it is tried again. */
async function succeed(step: Step, space: SpaceRecord, stage: ParticipantRecord[]): Promise<void> {
  // The stage is sorted by rank and then by time in the role.
  for (const person of await thoseWhoMayBe(step, stage, 'host')) {
    const { role, accountId } = person;
    if (role === 'host' || awaySince(person) !== null) continue;
    if (await hostsElsewhere(step.records, accountId, space)) continue;
    await makeHost(step, space, person);
    await touch(step, space, { hostId: accountId, hostLostAt: null });
    await audit(step, { spaceId: space.id, actor: 'server', action: 'succeed', target: accountId });
    return;
  }
}

/** The first host is connected while another has the role. */
async function giveBack(step: Step, space: SpaceRecord): Promise<boolean> {
  const { records } = step;
  if (space.hostId === space.firstHostId) return false;
  const open = await records.openParticipantsOf(space.firstHostId);
  const first = open.find(({ spaceId }) => spaceId === space.id);
  if (!first || awaySince(first) !== null) return false;
  if (await hostsElsewhere(records, space.firstHostId, space)) return false;
  if ((await thoseWhoMayBe(step, [first], 'host')).length === 0) return false;
  await makeHost(step, space, first);
  await touch(step, space, { hostId: space.firstHostId, hostLostAt: null });
  await audit(step, { spaceId: space.id, actor: space.firstHostId, action: 'return' });
  return true;
}
