import type { Role } from '#shared/schema/space.ts';
import type { Queue, ShownListener } from '#shared/schema/stage.ts';
import type { Face } from '../now-playing.ts';

type GroupName = Role | 'request';

/** Somebody on the page "People". */
export interface Member {
  pid: string;
  name: string;
  pic?: string | undefined;
  role: Role;
  isMe: boolean;
  /** Null for one who cannot be heard anyway. */
  isMuted: boolean | null;
  isSpeaking: boolean;
  isInvited: boolean;
  /** The sentence of a request; null for one who does not ask. */
  asks: string | null;
  isGuest: boolean;
}

export interface Group {
  name: GroupName;
  members: Member[];
}

interface Crowd {
  faces: readonly Face[];
  shown: readonly ShownListener[];
  /** Only moderators have one. */
  queue: Queue | null;
  myPid: string | null;
}

/** Everybody who is known by name, in groups; who asks to speak stands among the requests alone. */
export function groupsOf({ faces, shown, queue, myPid }: Crowd): Group[] {
  const onStage = (role: Role) => faces.filter((face) => face.role === role).map(memberOf);
  const requests = (queue?.requests ?? []).map(({ pid, name, pic, text, guest }) => ({
    ...listening(pid, name, myPid),
    pic,
    asks: text,
    isGuest: guest,
  }));
  const asking = new Set(requests.map(({ pid }) => pid));
  const invited = new Map((queue?.invited ?? []).map(({ pid, name }) => [pid, name]));
  const listed = new Map([...invited, ...shown.map(({ pid, name }) => [pid, name] as const)]);
  const listeners = [...listed]
    .filter(([pid]) => !asking.has(pid))
    .map(([pid, name]) => ({ ...listening(pid, name, myPid), isInvited: invited.has(pid) }));
  const groups: Group[] = [
    { name: 'request', members: requests },
    { name: 'host', members: onStage('host') },
    { name: 'cohost', members: onStage('cohost') },
    { name: 'speaker', members: onStage('speaker') },
    { name: 'listener', members: listeners },
  ];
  return groups.filter(({ members }) => members.length > 0);
}

/** Somebody on stage. */
export function memberOf({ pid, name, pic, role, isMe, muted, speaking }: Face): Member {
  const isSpeaking = speaking && !muted;
  return {
    pid,
    name,
    pic,
    role,
    isMe,
    isMuted: muted,
    isSpeaking,
    isInvited: false,
    asks: null,
    isGuest: false,
  };
}

function listening(pid: string, name: string, myPid: string | null): Member {
  return {
    pid,
    name,
    role: 'listener',
    isMe: pid === myPid,
    isMuted: null,
    isSpeaking: false,
    isInvited: false,
    asks: null,
    isGuest: false,
  };
}
