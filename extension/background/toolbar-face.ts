import type { RoomState } from '#shared/schema/room.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import type { ToolbarFace } from '../platform/toolbar.ts';
import { isInRoom } from './room-memory.ts';

const LIVE_COLOR = '#6d4aff';
const MICROPHONE_COLOR = '#d92d43';

/** The toolbar says what no tab can: that a Space is heard, and that the microphone is open. */
export function faceOf(room: RoomState, catalogue: Catalogue): ToolbarFace {
  const { title } = room;
  if (!isInRoom(room)) {
    return { icon: 'idle', badge: '', badgeColor: LIVE_COLOR, title: say(catalogue, 'actionIdle') };
  }
  if (room.microphone === 'on') {
    return {
      icon: 'live',
      badge: say(catalogue, 'badgeOn'),
      badgeColor: MICROPHONE_COLOR,
      title: say(catalogue, 'actionSpeaking', { title }),
    };
  }
  const isBack = room.phase === 'reconnecting';
  return {
    icon: 'live',
    badge: say(catalogue, 'badgeLive'),
    badgeColor: LIVE_COLOR,
    title: say(catalogue, isBack ? 'actionReconnecting' : 'actionLive', { title }),
  };
}
