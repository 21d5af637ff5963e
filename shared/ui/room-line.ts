import type { RoomState } from '#shared/schema/room.ts';
import { listed } from '#shared/words/isolated.ts';
import type { Say } from './context.ts';
import { speakersOf, type Face } from './now-playing.ts';

const NAMED = 2;

/** What is going on in the Space, in one line: who speaks, or what is in the way of hearing. */
export function roomLineOf({ room, stage, hostLostAt, now, say, language }: RoomLine): string {
  if (room.phase === 'joining') return say('joining');
  if (room.phase === 'reconnecting') return reconnectingLine(room, now, say);
  if (hostLostAt) return hostLostLine(hostLostAt, now, say);
  if (room.silenced) return say('soundIsOff');
  const speakers = speakersOf(stage);
  if (speakers.length) return speakersLine(speakers, say, language);
  const isAlone = stage.length === 1 && stage[0]!.isMe && room.microphone !== 'on';
  return say(isAlone ? 'aloneOnStage' : 'nobodySpeaks');
}

export interface RoomLine {
  room: RoomState;
  stage: Face[];
  /** Since when the host is away, in local time. */
  hostLostAt: number | null | undefined;
  now: number;
  say: Say;
  language: string;
}

/** Seconds as long as somebody could still be waiting for them. */
export function hostLostLine(lostAt: number, now: number, say: Say): string {
  const seconds = Math.max(0, Math.round((now - lostAt) / 1000));
  return seconds > 90 ? say('hostAway') : say('hostReconnecting', { n: seconds });
}

function reconnectingLine(room: RoomState, now: number, say: Say): string {
  const seconds = Math.round((now - room.since) / 1000);
  return seconds >= 2 ? say('reconnectingFor', { n: seconds }) : say('reconnecting');
}

function speakersLine(speakers: Face[], say: Say, language: string): string {
  const others = speakers.filter((face) => !face.isMe);
  const isMeToo = others.length < speakers.length;
  if (isMeToo && !others.length) return say('youSpeak');
  const named = others.slice(0, NAMED).map((face) => face.name);
  const rest = others.length - named.length;
  const parts = rest ? [...named, say('andOthers', { n: rest })] : named;
  if (isMeToo) parts.unshift(say('you'));
  const names = listed(parts, language);
  return isMeToo ? say('youAndSpeak', { names }) : say('isSpeaking', { names, n: others.length });
}
