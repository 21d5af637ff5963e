import type { ReadonlySignal } from '@preact/signals';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone, MicrophoneOddity, Person, Quality } from '#shared/schema/room.ts';
import type { Mix } from '#shared/schema/sound.ts';

/** What the media client knows of itself. `interrupted`: the sound stopped and the client is bringing it back. */
export interface AudioState {
  connection: 'off' | 'joining' | 'live' | 'interrupted';
  people: Person[];
  microphone: Microphone;
  /** A host muted what the person had opened, and they have not opened it since. */
  mutedByHost: boolean;
  oddity: MicrophoneOddity | null;
  /** The name of the microphone that is held; empty without one. */
  device: string;
  /** How the own connection holds. */
  quality: Quality;
  /** The browser lets nothing be heard before the person has done something in the page: see `play`. */
  heldBack: boolean;
}

export interface AudioTarget {
  url: string;
  token: string;
}

/** One person's ears and mouth in one Space. All volumes and levels go from 0 to 1. */
export interface RoomAudio {
  readonly state: ReadonlySignal<AudioState>;
  /** Does ahead what a later `connect` to a server at `url` would have to wait for. */
  warm(url: string): Promise<void>;
  /** Resolves when sound can flow; rejects with an `AudioFault`. Leaves whatever was joined before. */
  connect(target: AudioTarget): Promise<void>;
  /**
   * Silent at once, then out; resolves when the server was told. The microphone is given back. What is heard ahead of a join
   * of the Space `but` goes on.
   */
  leave(but?: string | null): Promise<void>;
  setVolume(volume: number): void;
  setSilenced(on: boolean): void;
  /** How the room is heard and the person captured; what did not change is left alone. */
  setMix(mix: Mix): void;
  /** Nothing is heard of these participants, whenever they come, until others are named. */
  setUnheard(pids: readonly string[]): void;
  /** Plays what was held back; called while a click is handled. */
  play(): Promise<void>;
  /**
   * Takes and keeps the microphone, published muted. Never shows a prompt: without a grant the state becomes `asking`,
   * or `denied` once the person was `asked`. Answers what stood in the way.
   */
  acquireMicrophone(asked: boolean): Promise<FaultCode | null>;
  /** Takes the microphone as above where it is granted already, and else nothing. */
  readyMicrophone(): Promise<void>;
  /** Stops the microphone at once and gives it back; the listening goes on. Resolves when the server was told. */
  releaseMicrophone(): Promise<void>;
  /** Opens or mutes the microphone that is held; muting needs no network to be true. */
  setMicrophone(on: boolean): Promise<void>;
  /** Loudness by participant id, as of now. */
  levels(): Record<string, number>;
  /** Called when the room is gone for good without our `leave`. */
  onGone(listener: () => void): void;
  /** Called when the room lets us speak, or no longer; then the microphone is released already. */
  onMaySpeak(listener: (may: boolean) => void): void;
}

/** Why no sound could be had. */
export class AudioFault extends Error {
  override readonly name = 'AudioFault';
  readonly code: FaultCode;

  constructor(code: FaultCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
