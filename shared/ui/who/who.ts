import { useMemo } from 'preact/hooks';
import { lookAlikes, type LookAlike } from '#shared/policy/look-alike.ts';
import type { Role } from '#shared/schema/space.ts';
import type { Me, Queue, Stage } from '#shared/schema/stage.ts';
import type { Identity } from './handle.tsx';

/** What is known of the people in a Space beyond their names. */
export interface Who {
  /** Those that somebody shows. */
  identities(pid: string): readonly Identity[];
  /** Whom somebody could be taken for. */
  likeness(pid: string): LookAlike | null;
  /** The person does not want to hear them. */
  isUnheard(pid: string): boolean;
}

interface Known {
  stage: Stage | null;
  queue: Queue | null;
  me: Me | null;
}

function whoIs({ stage, queue, me }: Known): Who {
  const identities = (pid: string) => stage?.identities.filter((one) => one.pid === pid) ?? [];
  const unheard = new Set(me?.muted);
  const listening = [...(queue?.requests ?? []), ...(queue?.invited ?? []), ...(stage?.shown ?? [])];
  const people: { pid: string; name: string; role: Role }[] = [
    ...(stage?.people ?? []),
    ...listening.map(({ pid, name }) => ({ pid, name, role: 'listener' as const })),
  ];
  const once = new Map(people.toReversed().map((person) => [person.pid, person]));
  const named = [...once.values()].toReversed().map((person) => ({
    ...person,
    handles: identities(person.pid).map(({ handle }) => handle),
  }));
  const likenesses = lookAlikes(named);
  return {
    identities,
    likeness: (pid) => likenesses.get(pid) ?? null,
    isUnheard: (pid) => unheard.has(pid),
  };
}

/** Worked out again only when what the server tells has changed. */
export function useWho({ stage, queue, me }: Known): Who {
  return useMemo(() => whoIs({ stage, queue, me }), [stage, queue, me]);
}
