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

/** How somebody's connection holds; good until the media server says otherwise. */
export function qualityOf({ connectionQuality }: Pick<Connected, 'connectionQuality'>): Quality {
  return QUALITIES[connectionQuality] ?? 'good';
}

export function toPerson(participant: Connected): Person {
  return {
    pid: participant.identity,
    name: participant.name ?? '',
    isMe: participant.isLocal,
    speaking: participant.isSpeaking,
    muted: !participant.isMicrophoneEnabled,
    quality: qualityOf(participant),
  };
}
