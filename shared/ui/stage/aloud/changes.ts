import type { Reaction, ReactionCount } from '#shared/schema/stage.ts';
import type { StagePerson } from '#shared/schema/space.ts';

type Standing = Pick<StagePerson, 'pid' | 'name' | 'role'>;

/** Who came on stage and who left it between two moments. */
export interface Changes {
  came: Standing[];
  left: Standing[];
}

/**
 * What changed on stage for everybody but `me`, who is told in other words. Hosts who come, go and hand over are told
 * apart from this too: a host who is back has a new participant id.
 */
export function changesOf(before: readonly Standing[], now: readonly Standing[], me: string | null): Changes {
  const newIn = (these: readonly Standing[], those: readonly Standing[]) =>
    these.filter(({ pid, role }) => pid !== me && role !== 'host' && !those.some((one) => one.pid === pid));
  return { came: newIn(now, before), left: newIn(before, now) };
}

const NAMED = 3;

/** The names to say, and how many go without: nobody wants to hear all thirteen. */
export function namesToSay(people: readonly Pick<Standing, 'name'>[]): string[] {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  return people.length > NAMED ? [...names, `+${people.length - NAMED}`] : names;
}

export type Tally = ReadonlyMap<Reaction, number>;

/** A tally with one more batch; one's own reactions do not count. */
export function tallied(tally: Tally, items: readonly ReactionCount[], me: string | null): Tally {
  const next = new Map(tally);
  for (const [pid, emoji, count] of items) {
    if (pid === null || pid !== me) next.set(emoji, (next.get(emoji) ?? 0) + count);
  }
  return next;
}

const KINDS = 2;

/** The most frequent kinds with their numbers, as "8 👏, 3 😂"; null when there were none. */
export function mostOf(tally: Tally): string | null {
  const kinds = [...tally].toSorted(([, one], [, other]) => other - one).slice(0, KINDS);
  return kinds.length ? kinds.map(([emoji, count]) => `${count} ${emoji}`).join(', ') : null;
}
