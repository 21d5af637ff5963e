import { type Participant, type RemoteTrack, type Room, Track } from 'livekit-client';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';
import type { Channel } from './channel.ts';
import { duckGain, type Hearing, playerVolume, spaceGain, voiceGain } from './hearing.ts';
import { toLevel } from './loudness.ts';
import { Mixer } from './mixer.ts';
import { Output, playOn } from './output.ts';
import { OwnMeter } from './own-meter.ts';

const LOOK_EVERY_MS = 100;
/** Whoever draws levels asks more often than this. */
const WATCHED_MS = 1_000;

/**
 * How a room is heard. What holds is laid on it again whenever it has changed: each voice goes through the mixer while that
 * runs, and else comes from its own player, which can make nothing louder.
 */
export class Ears implements Hearing {
  volume = 1;
  silenced = false;
  mix: Mix = PLAIN_MIX;
  unheard: ReadonlySet<string> = new Set();
  readonly #room: () => Room;
  readonly #mixer: Mixer;
  readonly #output: Output;
  readonly #own = new OwnMeter();
  readonly #channels = new Map<RemoteTrack, Channel>();
  #clock: ReturnType<typeof setInterval> | undefined;
  #lookedAt = 0;
  #watchedAt = -WATCHED_MS;

  /** `onChange` is told when all of it is to be tuned anew. */
  constructor(room: () => Room, onChange: () => void) {
    this.#room = room;
    this.#mixer = new Mixer(onChange);
    this.#output = new Output(onChange);
  }

  /** The browser lets nothing be heard before the person has done something in the page. */
  get areHeldBack(): boolean {
    return !this.#room().canPlaybackAudio && !this.#mixer.isRunning;
  }

  /** Makes ready what plays; also what lets it, where it is called while a click is handled. */
  open(): void {
    this.#mixer.start();
  }

  /** There is nobody to hear for now. */
  rest(): void {
    this.#mixer.rest();
  }

  /** Begins to play a voice. */
  take(track: RemoteTrack): void {
    track.attach();
  }

  /** Silent at once. */
  drop(track: RemoteTrack): void {
    for (const element of track.detach()) element.pause();
    this.#channels.get(track)?.close();
    this.#channels.delete(track);
    this.#keepTime();
  }

  /** As `drop`, for all that a room brings, and nothing of it is heard again. */
  hush(room: Room): void {
    for (const track of soundsOf(room)) {
      this.drop(track);
      track.mediaStreamTrack.stop();
    }
  }

  tune(): void {
    this.#output.want(this.mix.output);
    this.#mixer.set({ space: spaceGain(this), duck: duckGain(this), output: this.#output.id });
    for (const { identity, audioTrackPublications } of this.#room().remoteParticipants.values()) {
      const isHeard = !this.unheard.has(identity);
      for (const publication of audioTrackPublications.values()) {
        // Silent at once; the server stops sending a moment later.
        if (publication.track) this.#tuneVoice(publication.track, identity);
        if (publication.isDesired !== isHeard) publication.setSubscribed(isHeard);
      }
    }
    this.#keepTime();
  }

  /** Loudness by participant id, from 0 to 1. What measures it sleeps again soon after nobody asks any more. */
  levels(): Record<string, number> {
    this.#watchedAt = performance.now();
    this.#wakeMeters();
    const { localParticipant, remoteParticipants } = this.#room();
    const microphone = localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
    const own = this.#own.read(
      this.#mixer.context,
      microphone?.isMuted ? undefined : microphone?.mediaStreamTrack,
    );
    this.#keepTime();
    const others = [...remoteParticipants.values()].map((one) => [one.identity, this.#levelOf(one)]);
    return {
      [localParticipant.identity]: own ?? toLevel(localParticipant.audioLevel),
      ...Object.fromEntries(others),
    };
  }

  #levelOf({ audioLevel, audioTrackPublications }: Participant): number {
    const [publication] = audioTrackPublications.values();
    const channel = this.#channels.get(publication?.track as RemoteTrack);
    return channel?.level ?? toLevel(audioLevel);
  }

  /** The player stands by muted, and without it Chromium would let nothing through to the mixer. */
  #tuneVoice(track: RemoteTrack, pid: string): void {
    const channel = this.#channelOf(track, voiceGain(this, pid));
    for (const element of track.attachedElements) {
      element.volume = playerVolume(this, pid);
      element.muted = channel !== null || playerVolume(this, pid) === 0;
      void playOn(element, this.#output.id);
    }
  }

  #channelOf(track: RemoteTrack, gain: number): Channel | null {
    const channel = this.#channels.get(track);
    if (!this.#mixer.isRunning) {
      channel?.close();
      this.#channels.delete(track);
      return null;
    }
    channel?.setVoice(gain);
    const present = channel ?? this.#mixer.open(track.mediaStreamTrack, gain);
    if (present) this.#channels.set(track, present);
    return present;
  }

  /** One clock for all that is measured, and none without any. */
  #keepTime(): void {
    const isWanted = this.#channels.size > 0 || this.#own.isAwake || this.#mixer.isStuck;
    if (!isWanted) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    } else if (this.#clock === undefined) {
      this.#lookedAt = performance.now();
      this.#clock = setInterval(() => this.#look(), LOOK_EVERY_MS);
    }
  }

  #look(): void {
    const now = performance.now();
    const ms = now - this.#lookedAt;
    this.#lookedAt = now;
    this.#wakeMeters();
    for (const channel of this.#channels.values()) channel.follow(ms, this.mix.levelling);
    this.#mixer.check(now);
    this.#keepTime();
  }

  #wakeMeters(): void {
    const isWatched = performance.now() - this.#watchedAt < WATCHED_MS;
    for (const channel of this.#channels.values()) channel.wakeMeter(isWatched || this.mix.levelling);
    if (!isWatched) this.#own.sleep();
  }
}

function soundsOf(room: Room): RemoteTrack[] {
  const people = [...room.remoteParticipants.values()];
  return people
    .flatMap((person) => [...person.audioTrackPublications.values()])
    .flatMap(({ track }) => (track ? [track as RemoteTrack] : []));
}
