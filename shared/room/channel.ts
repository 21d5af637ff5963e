import { Levelling } from './levelling.ts';
import { toLevel } from './loudness.ts';
import { sourceOf, VoiceMeter } from './voice-meter.ts';
import { glide } from './glide.ts';

/** A hand at a slider; and a voice that is brought to the others' loudness (time constants, s). */
const HAND_S = 0.01;
const LEVELLING_S = 0.1;

/** One voice on its way into the mix. */
export class Channel {
  readonly #source: AudioNode;
  readonly #levelled: GainNode;
  readonly #voice: GainNode;
  readonly #meter: VoiceMeter;
  readonly #levelling = new Levelling();

  /** Heard at once, as loud as `gain` (0 to 2) says. */
  constructor(
    context: AudioContext,
    track: MediaStreamTrack,
    { out, gain }: { out: AudioNode; gain: number },
  ) {
    this.#source = sourceOf(context, track);
    this.#levelled = new GainNode(context);
    this.#voice = new GainNode(context, { gain });
    this.#meter = new VoiceMeter(this.#source);
    this.#source.connect(this.#levelled).connect(this.#voice).connect(out);
  }

  /** How loud they speak, from 0 to 1, however loud the person wants them. */
  get level(): number {
    return toLevel(this.#meter.read() * this.#levelled.gain.value);
  }

  setVoice(gain: number): void {
    glide(this.#voice, gain, HAND_S);
  }

  wakeMeter(on: boolean): void {
    this.#meter.wake(on);
  }

  /** Looks at the last `ms`, and moves the voice to the others' loudness or back to how it comes. */
  follow(ms: number, isLevelling: boolean): void {
    if (isLevelling) this.#levelling.hear(this.#meter.read(), ms);
    glide(this.#levelled, isLevelling ? this.#levelling.gain : 1, LEVELLING_S);
  }

  /** Silent at once. */
  close(): void {
    this.#meter.wake(false);
    this.#source.disconnect();
    this.#voice.disconnect();
  }
}
