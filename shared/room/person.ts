import type { Person, Quality } from '#shared/schema/room.ts';

/** The part of a media client's participant that a person shows. */
interface Connected {
  identity: string;
  name?: string | undefined;
  isLocal: boolean;
  isSpeaking: boolean;
  isMicrophoneEnabled: boolean;
  connectionQuality: string;
}

const QUALITIES: Record<string, Quality> = { poor: 'poor', lost: 'lost' };

export function toPerson(participant: Connected): Person {
  return {
    pid: participant.identity,
    name: participant.name ?? '',
    isMe: participant.isLocal,
    speaking: participant.isSpeaking,
    muted: !participant.isMicrophoneEnabled,
    quality: QUALITIES[participant.connectionQuality] ?? 'good',
  };
}
