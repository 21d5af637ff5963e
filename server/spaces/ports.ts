import type { ErrorCode } from '#shared/schema/errors.ts';
import type { Role } from '#shared/schema/space.ts';

/** One join, as LiveKit is to see it. */
export interface Admission {
  room: string;
  identity: string;
  /** Empty for somebody whom the others have never seen. */
  name: string;
  role: Role;
  /** The others have seen this identity: it stays visible, also as a listener. */
  exposed: boolean;
}

/** What LiveKit says of a connected participant. `joinedAt` in ms since the epoch. */
export interface MediaParticipant {
  identity: string;
  sid: string;
  joinedAt: number;
  canPublish: boolean;
  hidden: boolean;
}

/** The media server as the Spaces need it. Every call is idempotent; each throws `MediaUnavailable` while LiveKit cannot be reached. */
export interface Media {
  /** Makes the room; a room that exists is left as it is. */
  openRoom(room: string): Promise<void>;
  /** Deletes the room and disconnects everybody; a room that is not there counts as deleted. */
  closeRoom(room: string): Promise<void>;
  /** The names of all rooms whose name begins with `s_`. */
  listRooms(): Promise<string[]>;
  listParticipants(room: string): Promise<MediaParticipant[]>;
  /** Disconnects one participant; one that is not there counts as removed. */
  removeParticipant(room: string, identity: string): Promise<void>;
  /** Makes LiveKit's permissions those of the role, with the name of one who is shown; one that is not there has none. */
  applyRole(admission: Admission): Promise<void>;
  /** Mutes what the participant sends, and says whether they sent something, nothing, or are not there. Nothing here unmutes. */
  muteParticipant(room: string, identity: string): Promise<'muted' | 'silent' | 'absent'>;
  /** A token for one join, valid for `ttlMs`. */
  mintToken(admission: Admission, ttlMs: number): Promise<string>;
  /** Whether LiveKit answered lately. */
  isUp(): boolean;
}

export class MediaUnavailable extends Error {
  override readonly name = 'MediaUnavailable';
}

/** The gate's question: may this identity be connected now, and with which grants? */
export type AdmissionAnswer =
  | { admission: Admission }
  | { refused: Extract<ErrorCode, 'unauthenticated' | 'media_unavailable'> };
export type Admit = (identity: string) => Promise<AdmissionAnswer>;

/** A verified webhook. `id` is unique, times in ms since the epoch; events may be lost, doubled and out of order. */
export interface MediaEvent {
  id: string;
  kind: 'participant_joined' | 'participant_left' | 'room_started' | 'room_finished' | 'other';
  room: string;
  identity?: string;
  sid?: string;
  joinedAt?: number;
  createdAt: number;
}
export type OnMediaEvent = (event: MediaEvent) => Promise<void>;
