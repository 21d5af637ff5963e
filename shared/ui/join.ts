import type { JoinRequest } from '#shared/schema/api.ts';
import { useShell } from './context.ts';

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

/** Joins under its deed, at home unless a server is named; true once in. */
type Join = (spaceId: string, answers?: JoinRequest, server?: string) => Promise<boolean>;

export function useJoin(): Join {
  const { perch, deeds } = useShell();
  return (spaceId, answers, server) =>
    deeds.run(deedOfJoin(spaceId, server), () => perch.join(spaceId, answers, server), answers);
}

/** For the control that joins a Space: says when somebody comes to it, and when they turn away. */
export function useAhead(spaceId: string, server?: string) {
  const { ahead } = useShell().perch;
  const tell = (on: boolean) => () => ahead?.({ spaceId, on, server });
  return {
    // A finger leaves just before its click; the mouse that browsers make of it stays.
    onMouseLeave: tell(false),
    onPointerCancel: tell(false),
    onPointerEnter: tell(true),
    onFocus: tell(true),
    onBlur: tell(false),
  };
}
