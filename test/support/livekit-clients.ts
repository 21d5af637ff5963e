import {
  type AudioFrame,
  AudioStream,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
} from '@livekit/rtc-node';
import type { Join } from '#shared/schema/api.ts';
import { publish, type Publication } from '../../server/demo/publish.ts';
import { tone } from './tone.ts';
import { until } from './until.ts';

/** Mean square of a frame's samples above which somebody is taken to speak; the test tone has about 4e7. */
const LOUD = 1e5;

/** A bare LiveKit client that only listens, and measures what arrives. */
export interface Listener {
  room: Room;
  /** Resolves once sound arrives that is newer than this call. */
  untilHeard(withinMs?: number): Promise<void>;
  /** Answers when the next sound arrived (ms since the epoch); rejects when none did for 15 s. */
  nextSound(): Promise<number>;
  /** Resolves once no sound has arrived for `ms`, and answers when the last did (ms since the epoch). */
  untilSilent(ms: number): Promise<number>;
  /** The longest time without sound since the last call of this, ms. */
  longestGap(): number;
  /** Resolves with LiveKit's reason when the connection is over for good. */
  gone: Promise<number | undefined>;
  leave(): Promise<void>;
}

/** Connects with a join's address and token; rejects when refused. */
export async function listen({ url, token }: Pick<Join, 'url' | 'token'>): Promise<Listener> {
  const room = new Room();
  const ear = createEar();
  const gone = new Promise<number | undefined>((resolve) => room.once(RoomEvent.Disconnected, resolve));
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    if (track.kind === TrackKind.KIND_AUDIO) void hear(new AudioStream(track), ear.take);
  });
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  return { room, gone, ...ear, leave: () => room.disconnect() };
}

async function hear(stream: AudioStream, take: (frame: AudioFrame) => void): Promise<void> {
  for await (const frame of stream) take(frame);
}

function createEar() {
  let lastLoud = 0;
  let firstLoud = 0;
  let longest = 0;
  return {
    take({ data }: AudioFrame) {
      const energy = data.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, data.length);
      if (energy < LOUD) return;
      const now = Date.now();
      if (lastLoud > 0) longest = Math.max(longest, now - lastLoud);
      lastLoud = now;
      firstLoud ||= now;
    },
    nextSound: async () => {
      firstLoud = 0;
      return until('the next sound at the listener', async () => firstLoud > 0 && firstLoud);
    },
    untilHeard: async (withinMs?: number) => {
      const asked = Date.now();
      await until('sound at the listener', async () => lastLoud > asked, withinMs);
    },
    untilSilent: async (ms: number) => {
      await until('silence at the listener', async () => Date.now() - lastLoud > ms);
      return lastLoud;
    },
    longestGap() {
      const gap = Math.max(longest, Date.now() - lastLoud);
      longest = 0;
      return gap;
    },
  };
}

/** Connects and speaks a tone until `hangUp`. */
export async function speak(join: Join): Promise<Publication & { hangUp(): Promise<void> }> {
  const leaving = new AbortController();
  const publication = await publish(join, tone(), leaving.signal);
  return {
    ...publication,
    async hangUp() {
      leaving.abort();
      await publication.ended;
    },
  };
}
