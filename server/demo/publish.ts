import { once } from 'node:events';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import type { Join } from '#shared/schema/api.ts';

const FRAME_MS = 50;
const QUEUE_MS = 300;

/** Mono sound, asked for a piece at a time. */
export interface Sound {
  sampleRate: number;
  next(count: number): Int16Array;
}

export interface Publication {
  /** Settles once LiveKit has let us go or `signal` was aborted. */
  ended: Promise<void>;
}

async function play(source: AudioSource, sound: Sound, signal: AbortSignal): Promise<void> {
  const count = (sound.sampleRate * FRAME_MS) / 1000;
  while (!signal.aborted) {
    await source.captureFrame(new AudioFrame(sound.next(count), sound.sampleRate, 1, count));
  }
}

async function untilEnded(room: Room, source: AudioSource, ending: AbortController): Promise<void> {
  if (!ending.signal.aborted) await once(ending.signal, 'abort');
  await room.disconnect();
  await source.close();
}

/** Enters a Space with the join's token and speaks the sound there. Rejects when the room cannot be entered. */
export async function publish(join: Join, sound: Sound, signal: AbortSignal): Promise<Publication> {
  const room = new Room();
  const ending = new AbortController();
  const end = () => ending.abort();
  room.once(RoomEvent.Disconnected, end);
  signal.addEventListener('abort', end, { once: true });
  await room.connect(join.url, join.token, { autoSubscribe: false, dynacast: false });
  const source = new AudioSource(sound.sampleRate, 1, QUEUE_MS);
  const track = LocalAudioTrack.createAudioTrack('voice', source);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false, red: true });
  await room.localParticipant?.publishTrack(track, options);
  const playing = play(source, sound, ending.signal);
  return { ended: Promise.all([playing, untilEnded(room, source, ending)]).then(() => undefined) };
}
