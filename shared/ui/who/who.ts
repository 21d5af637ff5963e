import { useMemo } from 'preact/hooks';
import type { LookAlike, Named } from '#shared/policy/look-alike.ts';
import type { Me, Queue, Stage } from '#shared/schema/stage.ts';
import type { Identity } from './handle.tsx';
import { judgementSoon } from './judgement.ts';

/** What is known of the people in a Space beyond their names. */
export interface Who {
  /** Those that somebody shows. */
  identities(pid: string): readonly Identity[];
  /** Whom somebody could be taken for. */
  likeness(pid: string): LookAlike | null;
  /** The person does not want to hear them. */
  isUnheard(pid: string): boolean;
  /** The person has turned them down to nothing. */
  isTurnedDown(pid: string): boolean;
}

interface Known {
  /** How loud each person is wanted, by participant id. */
  voices?: Readonly<Record<string, number>> | undefined;
  stage: Stage | null;
  queue: Queue | null;
  me: Me | null;
}

/** Everybody who is known by name, each once, those on stage first. */
function namedIn(known: Pick<Known, 'stage' | 'queue'>): Named[] {
  const { stage, queue } = known;
  const listening = [...(queue?.requests ?? []), ...(queue?.invited ?? []), ...(stage?.shown ?? [])];
  const people: Named[] = [
    ...(stage?.people ?? []),
    ...listening.map(({ pid, name }) => ({ pid, name, role: 'listener' as const })),
  ];
  return people
    .filter(({ pid }, place) => people.findIndex((one) => one.pid === pid) === place)
    .map((person) => ({
      ...person,
      handles: shownIn(known, person.pid).map(({ handle }) => handle),
    }));
}

function shownIn({ stage, queue }: Pick<Known, 'stage' | 'queue'>, pid: string): Identity[] {
  return [...(stage?.identities ?? []), ...(queue?.identities ?? [])].filter((one) => one.pid === pid);
}

/** Worked out again only when what the server tells has changed. */
export function useWho({ stage, queue, me, voices = {} }: Known): Who {
  const judgement = judgementSoon().value;
  const likenesses = useMemo(
    () => judgement?.lookAlikes(namedIn({ stage, queue })),
    [judgement, stage, queue],
  );
  return {
    identities: (pid) => shownIn({ stage, queue }, pid),
    likeness: (pid) => likenesses?.get(pid) ?? null,
    isUnheard: (pid) => me?.muted.includes(pid) ?? false,
    isTurnedDown: (pid) => voices[pid] === 0,
  };
}
