import type { LocalAudioTrack, Room, TrackPublishOptions } from 'livekit-client';
import type { Capture } from '#shared/room/capture.ts';
import type { Loudness } from '#shared/room/level-meter.ts';
import { OwnVoice, type VoiceState } from '#shared/room/own-voice.ts';

/** As much of a browser's microphone track as the media client asks of one. */
class FakeSource extends EventTarget {
  readonly kind = 'audio';
  readonly id = 'microphone';
  readonly capture: Capture;
  readonly label: string;
  readyState = 'live';
  enabled = true;
  muted = false;
  getConstraints = () => ({});
  getSettings = () => ({});
  constructor(capture: Capture) {
    super();
    this.capture = capture;
    this.label = `Microphone ${capture.input || 'of the system'}`;
  }
  stop() {
    this.readyState = 'ended';
  }
}

/** What sends a track to the others; notes whether what it was given could be heard. */
class FakeSender {
  readonly given: { source: FakeSource; wasEnabled: boolean }[] = [];
  async replaceTrack(source: FakeSource) {
    this.given.push({ source, wasEnabled: source.enabled });
  }
}

/** A room that lets us publish or not, and plays the server's part for what is published. */
function createRoom(canPublish: boolean) {
  const published: LocalAudioTrack[] = [];
  const gone: LocalAudioTrack[] = [];
  const options: (TrackPublishOptions | undefined)[] = [];
  const senders: FakeSender[] = [];
  /** What becomes of each attempt to publish. */
  const fates: (() => Promise<void>)[] = [];
  const localParticipant = {
    permissions: { canPublish },
    async publishTrack(track: LocalAudioTrack, encoding?: TrackPublishOptions) {
      await fates.shift()?.();
      options.push(encoding);
      if (!published.includes(track)) published.push(track);
      track.sid = `TR_${published.length}`;
      const sender = new FakeSender();
      senders.push(sender);
      track.sender = sender as unknown as RTCRtpSender;
    },
    unpublishTrack: async (track: LocalAudioTrack) => void gone.push(track),
  };
  return { state: 'connected', localParticipant, published, gone, options, senders, fates };
}

/** The own voice of somebody over a fake device and room, with a clock and an ear that stand still until `hear`. */
export function createVoice({ canPublish = true, permission = 'granted' as PermissionState } = {}) {
  const room = createRoom(canPublish);
  const sources: FakeSource[] = [];
  const senses = { loudness: { mean: 0.1, peak: 0.2 } as Loudness, at: 0, look: () => undefined as void };
  const stuck: Room[] = [];
  let state: VoiceState = { microphone: 'none', mutedByHost: false, oddity: null, device: '' };
  let opening: Promise<unknown> = Promise.resolve();
  let asked = 0;
  const voice = new OwnVoice(
    {
      room: () => room as unknown as Room,
      onChange: (next) => (state = next),
      onStuck: () => stuck.push(room as unknown as Room),
    },
    {
      permission: async () => permission,
      async open(capture) {
        asked += 1;
        await opening;
        const source = new FakeSource(capture);
        sources.push(source);
        return source as unknown as MediaStreamTrack;
      },
    },
    {
      measure: () => ({ read: () => senses.loudness, stop: () => undefined }),
      now: () => senses.at,
      every(_ms, act) {
        senses.look = act;
        return () => void (senses.look = () => undefined);
      },
    },
  );
  const delay = (until: Promise<unknown>) => (opening = until);
  /** Time goes by while the microphone hears this. */
  const hear = (loudness: Loudness, ms: number) => {
    senses.loudness = loudness;
    for (let left = ms; left > 0; left -= 100) {
      senses.at += 100;
      senses.look();
    }
  };
  return { voice, room, sources, delay, hear, stuck, asked: () => asked, state: () => state };
}

/** Somebody on stage whose microphone is open. */
export async function createSpeaking() {
  const made = createVoice();
  await made.voice.acquire(false);
  await made.voice.turn(true);
  return made;
}
