import { isOnStage } from '#shared/policy/permissions.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Me } from '#shared/schema/stage.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import type { ToolbarFace } from '../platform/toolbar.ts';
import type { StageView } from '#shared/schema/view.ts';
import { isInRoom } from '#shared/client/room-memory.ts';

const COUNT_COLOR = '#5c5d70';
const LIVE_COLOR = '#6440f0';
const MICROPHONE_COLOR = '#d92d43';

/** What waits for the person: an invitation, the stage that they are on without having seen it, or for hosts how many ask to speak. */
export interface Waiting {
  isInvited: boolean;
  isRaised: boolean;
  requests: number;
}

export const NOBODY_WAITS: Waiting = { isInvited: false, isRaised: false, requests: 0 };

export function isSame(one: Waiting, other: Waiting): boolean {
  return (
    one.isInvited === other.isInvited && one.isRaised === other.isRaised && one.requests === other.requests
  );
}

/** Whether a person who comes on stage, or came there before, has yet to be told. */
export function stillRaised(isRaised: boolean, before: Me | null, now: Me | null): boolean {
  if (!now || !isOnStage(now.role)) return false;
  return isRaised || before?.role === 'listener';
}

export function waitingIn({ queue, invitedUntil }: StageView): Omit<Waiting, 'isRaised'> {
  return { isInvited: invitedUntil !== null, requests: queue?.requests.length ?? 0 };
}

/**
 * The toolbar says what no tab can: that a Space is heard, that the microphone is open, that somebody waits; and outside of a
 * Space how many are live, 0 also for not knowing.
 */
export function faceOf(room: RoomState, waiting: Waiting, catalogue: Catalogue, live: number): ToolbarFace {
  const { title } = room;
  if (!isInRoom(room)) return idleFace(live, catalogue);
  if (room.microphone === 'on') {
    return {
      icon: 'speaking',
      badge: say(catalogue, 'badgeOn'),
      badgeColor: MICROPHONE_COLOR,
      title: say(catalogue, 'actionSpeaking', { title }),
    };
  }
  const call = callOf(waiting, title, catalogue);
  if (call) return { icon: 'live', badgeColor: LIVE_COLOR, ...call };
  const isBack = room.phase === 'reconnecting';
  return {
    icon: 'live',
    badge: say(catalogue, 'badgeLive'),
    badgeColor: LIVE_COLOR,
    title: say(catalogue, isBack ? 'actionReconnecting' : 'actionLive', { title }),
  };
}

function idleFace(live: number, catalogue: Catalogue): ToolbarFace {
  return {
    icon: 'idle',
    badge: live > 0 ? say(catalogue, 'badgeWaiting', { n: live }) : '',
    badgeColor: COUNT_COLOR,
    title: live > 0 ? say(catalogue, 'actionCount', { n: live }) : say(catalogue, 'actionIdle'),
  };
}

function callOf({ isInvited, isRaised, requests }: Waiting, title: string, catalogue: Catalogue) {
  if (isInvited) {
    return { badge: say(catalogue, 'badgeInvited'), title: say(catalogue, 'actionInvited', { title }) };
  }
  if (isRaised)
    return { badge: say(catalogue, 'badgeInvited'), title: say(catalogue, 'actionRaised', { title }) };
  if (requests === 0) return null;
  return {
    badge: say(catalogue, 'badgeWaiting', { n: requests }),
    title: say(catalogue, 'actionWaiting', { n: requests, title }),
  };
}
