import {
  AudioPresets,
  PublishTrackError,
  type LocalAudioTrack,
  type Room,
  type TrackPublishOptions,
} from 'livekit-client';
import type { Capture } from './capture.ts';

/** The client itself waits up to 45 s for an answer that does not come, while a person believes that they are heard. */
const STUCK_MS = 8_000;
const TRIES = 3;

/** Music is sent whole: in stereo, without pauses, and without the doubling that speech can afford. */
const MUSIC: TrackPublishOptions = {
  audioPreset: AudioPresets.musicHighQualityStereo,
  forceStereo: true,
  dtx: false,
  red: false,
};

function encodingOf({ music }: Capture): TrackPublishOptions {
  return music ? MUSIC : {};
}

/** Whether the server lets us publish in this room now. */
export function mayPublish({ state, localParticipant }: Room): boolean {
  return state === 'connected' && (localParticipant.permissions?.canPublish ?? false);
}

/**
 * Publishes the own voice. Resolves when that is done, or left to the room's next `Reconnected`; rejects when this room is
 * of no use for it any more.
 */
export async function publishVoice(room: Room, track: LocalAudioTrack, capture: Capture): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('not published in time')), STUCK_MS);
  try {
    for (let left = TRIES; left > 0; left -= 1) {
      const published = room.localParticipant.publishTrack(track, encodingOf(capture));
      const error = await failureOf(Promise.race([published, late.promise]));
      // While the client reconnects it settles what it began as a failure, and begins anew.
      if (error === null || isComingBack(room)) return;
      // Two offers can cross on a busy machine; the client gives up the one, and the next goes through.
      const isForGood = error instanceof PublishTrackError || room.state !== 'connected' || left === 1;
      if (isForGood) throw error;
    }
  } finally {
    clearTimeout(timer);
  }
}

function isComingBack({ state }: Room): boolean {
  return state === 'reconnecting' || state === 'signalReconnecting';
}

async function failureOf(deed: Promise<unknown>): Promise<unknown> {
  try {
    await deed;
    return null;
  } catch (error) {
    return error ?? new Error('failed without a reason');
  }
}

/** Takes it back; resolves when that was told. */
export async function unpublishVoice(room: Room, track: LocalAudioTrack): Promise<void> {
  // Whoever may no longer publish is unpublished by the server as well, and the two may cross.
  await room.localParticipant.unpublishTrack(track, false).catch(() => undefined);
}
