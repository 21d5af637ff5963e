import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  type Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { tone } from './tone.ts';

const FRAME_MS = 20;
const QUEUE_MS = 100;

/** A tone that somebody speaks into a room they are in. */
export interface Voice {
  /** Takes the voice out of the room again; the person stays. */
  lower(): Promise<void>;
}

async function play(source: AudioSource, isOver: () => boolean): Promise<void> {
  const sound = tone();
  const count = (sound.sampleRate * FRAME_MS) / 1000;
  while (!isOver()) {
    await source.captureFrame(new AudioFrame(sound.next(count), sound.sampleRate, 1, count));
  }
}

/** Begins to speak in a room; rejects when one may only listen there. */
export async function raiseVoice(room: Room): Promise<Voice> {
  const source = new AudioSource(tone().sampleRate, 1, QUEUE_MS);
  const track = LocalAudioTrack.createAudioTrack('voice', source);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false, red: true });
  const { sid } = await room.localParticipant!.publishTrack(track, options);
  let isOver = false;
  const playing = play(source, () => isOver);
  return {
    async lower() {
      isOver = true;
      await playing;
      // Who was moved off the stage or out of the room has nothing published any more.
      const isPublished = room.isConnected && room.localParticipant?.trackPublications.has(sid!);
      if (isPublished) await room.localParticipant!.unpublishTrack(sid!);
      await source.close();
    },
  };
}
