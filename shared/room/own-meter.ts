import { toLevel } from './loudness.ts';
import { sourceOf, VoiceMeter } from './voice-meter.ts';

/** How loud the person's own microphone is; looks at it and leaves it alone. */
export class OwnMeter {
  #track: MediaStreamTrack | null = null;
  #meter: VoiceMeter | null = null;

  get isAwake(): boolean {
    return this.#meter !== null;
  }

  /** From 0 to 1; 0 without a track, and null where nothing can be measured. */
  read(context: AudioContext | null, track: MediaStreamTrack | undefined): number | null {
    if (!track) {
      this.sleep();
      return 0;
    }
    if (!context) return null;
    if (track !== this.#track) {
      this.sleep();
      this.#track = track;
      this.#meter = new VoiceMeter(sourceOf(context, track));
      this.#meter.wake(true);
    }
    return toLevel(this.#meter?.read() ?? 0);
  }

  sleep(): void {
    this.#meter?.wake(false);
    this.#meter = null;
    this.#track = null;
  }
}
