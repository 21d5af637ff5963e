import type { Role } from '../schema/space.ts';
import { skeletonsOf } from './skeleton.ts';

/** Somebody known by name in a Space. */
export interface Named {
  pid: string;
  name: string;
  role: Role;
  /** As people write them, with their `@`. */
  handles?: readonly string[];
}

/** Whom somebody's name, or handle, can be taken for: another person by role, or by a handle that is theirs. */
export interface LookAlike {
  of: 'host' | 'cohost' | 'person' | 'handle';
  /** The other's name, or handle. */
  name: string;
}

const RANK: Record<Role, number> = { host: 0, cohost: 1, speaker: 2, listener: 3 };

/**
 * Who can be taken for whom, by participant: whoever comes later or stands lower is marked, and whoever was there first never
 * is. `people` in the order they came, each once.
 */
export function lookAlikes(people: readonly Named[]): ReadonlyMap<string, LookAlike> {
  const found = new Map<string, LookAlike>();
  /** By what a name looks like, the place of the first who has it. */
  const seniors = new Map<string, number>();
  const ordered = people.toSorted((a, b) => RANK[a.role] - RANK[b.role]);
  const handles = handlesOf(ordered);
  for (const [place, person] of ordered.entries()) {
    const keys = keysOf(person.name);
    const senior = ordered[Math.min(...keys.map((key) => seniors.get(key) ?? Infinity))];
    const like = senior ? likePerson(senior) : likeHandle(person, handles);
    if (like) found.set(person.pid, like);
    for (const key of keys) if (!seniors.has(key)) seniors.set(key, place);
  }
  return found;
}

function keysOf(text: string): string[] {
  const [folded, drawn] = skeletonsOf(text);
  return folded === '' ? [] : [`folded ${folded}`, `drawn ${drawn}`];
}

function likePerson({ role, name }: Named): LookAlike {
  return { of: role === 'host' || role === 'cohost' ? role : 'person', name };
}

type Handles = ReadonlyMap<string, { pid: string; handle: string }>;

/** By what they look like, each for the most senior who has it. */
function handlesOf(ordered: readonly Named[]): Handles {
  const all = ordered.flatMap(({ pid, handles = [] }) => handles.map((handle) => ({ pid, handle })));
  return new Map(all.toReversed().flatMap((one) => keysOf(one.handle).map((key) => [key, one] as const)));
}

/** A name that is written like a handle, or a handle that looks like another's. */
function likeHandle({ pid, name, handles = [] }: Named, known: Handles): LookAlike | null {
  const claims = /[@.]/.test(name.normalize('NFKC')) ? [name, ...handles] : handles;
  const others = claims.flatMap(keysOf).map((key) => known.get(key));
  const other = others.find((one) => one && one.pid !== pid);
  return other ? { of: 'handle', name: other.handle } : null;
}
