import type { SpacePatch } from '../records.ts';
import { Refusal } from '../refusal.ts';
import type { PersonTurn } from '../stage/act.ts';
import { setRole } from '../stage/seats.ts';
import { hostsElsewhere, makeHost } from './host.ts';

/** Refuses with `cohosts_full`. */
export async function makeCohost(turn: PersonTurn): Promise<void> {
  const stage = await turn.records.stage(turn.space.id);
  const cohosts = stage.filter(({ role }) => role === 'cohost').length;
  if (cohosts >= turn.limits.cohostsMax) throw new Refusal('cohosts_full');
  await setRole(turn, turn.target, 'cohost');
}

export async function unmakeCohost(turn: PersonTurn): Promise<void> {
  await setRole(turn, turn.target, 'speaker');
}

/**
 * The Space is the other's from now on, also after an absence; whoever stands in for the first host hands over no more than
 * that. Refuses with `already_hosting`.
 */
export async function handOver(turn: PersonTurn): Promise<SpacePatch> {
  const { records, space, target } = turn;
  if (await hostsElsewhere(records, target.accountId, space)) throw new Refusal('already_hosting');
  await makeHost(turn, space, target);
  const hostId = target.accountId;
  const firstHostId = space.hostId === space.firstHostId ? hostId : space.firstHostId;
  return { hostId, firstHostId, hostLostAt: null };
}
