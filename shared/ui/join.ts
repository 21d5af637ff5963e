import { useEffect, useRef } from 'preact/hooks';
import type { JoinRequest } from '#shared/schema/api.ts';
import { useShell } from './context.ts';
import type { Perch } from './perch.ts';

/** What a person has answered on the way into a Space: a join that is asked about again brings it along. */
const given = new WeakMap<Perch, { deed: string; answers: JoinRequest }>();

const DEED = /^join:([^@]*)(?:@(.*))?$/;

/** The deed of joining a Space, at home unless a server is named. */
export function deedOfJoin(spaceId: string, server?: string): string {
  return server ? `join:${spaceId}@${server}` : `join:${spaceId}`;
}

/** What a deed is to join; null for any other deed. */
export function joinOfDeed(deed: string): { spaceId: string; server?: string } | null {
  const [, spaceId, server] = DEED.exec(deed) ?? [];
  return spaceId === undefined ? null : { spaceId, ...(server && { server }) };
}

interface Join {
  /** Joins under its deed, at home unless a server is named; true once in. */
  join(spaceId: string, answers?: JoinRequest, server?: string): Promise<boolean>;
  /** What the last join of this Space brought. */
  answersFor(spaceId: string, server?: string): JoinRequest;
}

export function useJoin(): Join {
  const { perch, deeds } = useShell();
  return {
    join(spaceId, answers, server) {
      const deed = deedOfJoin(spaceId, server);
      given.set(perch, { deed, answers: answers ?? {} });
      const verb = () => {
        if (server) return perch.join(spaceId, answers, server);
        return answers ? perch.join(spaceId, answers) : perch.join(spaceId);
      };
      return deeds.run(deed, verb);
    },
    answersFor(spaceId, server) {
      const last = given.get(perch);
      return last?.deed === deedOfJoin(spaceId, server) ? last.answers : {};
    },
  };
}

/** Who stays with a control for so long may be about to use it, ms. */
const STAY_MS = 100;

/** For the control that joins a Space: whoever stays with it has the join begun, and dropped when they turn away. */
export function useAhead(spaceId: string, server?: string) {
  const { ahead } = useShell().perch;
  const timer = useRef(0 as unknown);
  const stay = () => {
    clearTimeout(timer.current as number);
    timer.current = setTimeout(() => ahead?.(spaceId, true, server), STAY_MS);
  };
  const turnAway = () => {
    if (!timer.current) return;
    clearTimeout(timer.current as number);
    timer.current = 0;
    ahead?.(spaceId, false, server);
  };
  useEffect(() => turnAway, []);
  return {
    onPointerEnter: stay,
    onFocus: stay,
    onPointerLeave: turnAway,
    onBlur: turnAway,
  };
}
