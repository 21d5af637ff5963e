import type { JoinRequest } from '#shared/schema/api.ts';
import { useShell } from './context.ts';
import type { Perch } from './perch.ts';

/** What a person has answered on the way into a Space: a join that is asked about again brings it along. */
const given = new WeakMap<Perch, { spaceId: string; answers: JoinRequest }>();

interface Join {
  /** Joins under the deed `join:ID`; true once in. */
  join(spaceId: string, answers?: JoinRequest): Promise<boolean>;
  /** What the last join of this Space brought. */
  answersFor(spaceId: string): JoinRequest;
}

export function useJoin(): Join {
  const { perch, deeds } = useShell();
  return {
    join(spaceId, answers) {
      given.set(perch, { spaceId, answers: answers ?? {} });
      const verb = () => (answers ? perch.join(spaceId, answers) : perch.join(spaceId));
      return deeds.run(`join:${spaceId}`, verb);
    },
    answersFor(spaceId) {
      const last = given.get(perch);
      return last?.spaceId === spaceId ? last.answers : {};
    },
  };
}
