import { Channel } from './channel.ts';
import { glide } from './glide.ts';
import { toFactor } from './loudness.ts';
import { mayChooseOutput, playOn } from './output.ts';

/** Time constants, s: a hand at the slider, and a Space that makes room for another tab within about 150 ms. */
const HAND_S = 0.01;
const DUCK_S = 0.05;
/** The browser's compressor as a limiter: it looks 6 ms ahead, and leaves alone what is below. */
const LIMITER = { threshold: -4, knee: 0, ratio: 20, attack: 0.002, release: 0.1 };
/** What it adds to everything by the standard's formula, and we take away before: quiet sound comes out as it went in. */
const MAKEUP = 0.6 * -LIMITER.threshold * (1 - 1 / LIMITER.ratio);
/** Nobody in the Space any more, or nobody joined: then the device is let go. */
const REST_MS = 30_000;
/** A clock that stands for so long has stopped, whatever the browser says. */
const STUCK_MS = 1_000;

/** What all voices go through, in this order. */
interface Desk {
  context: AudioContext;
  duck: GainNode;
  space: GainNode;
  limiter: DynamicsCompressorNode;
}

/**
 * Mixes voices, each as loud as it is wanted, into one sound that does not clip. LiveKit's own mix has no place for what is
 * done to all voices together. Where the browser lets it not run, `isRunning` says so, and the players are heard instead.
 */
export class Mixer {
  readonly #onChange: () => void;
  #desk: Desk | null = null;
  #output = '';
  #resting: ReturnType<typeof setTimeout> | undefined;
  #seen = { time: -1, at: 0 };
  #isStuck = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The browser says that it runs, and nothing comes of it. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  get #running(): Desk | null {
    const desk = this.#desk;
    if (desk?.context.state !== 'running' || this.#isStuck) return null;
    return this.#output === '' || mayChooseOutput(desk.context) ? desk : null;
  }

  /** Runs, as soon as the browser lets it; also called while a click is handled. */
  start(): void {
    clearTimeout(this.#resting);
    this.#isStuck = false;
    this.#desk ??= this.#open();
    if (this.#desk?.context.state !== 'running') this.#desk?.context.resume().catch(() => undefined);
  }

  /** Lets go of the device, unless it is wanted again soon. */
  rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#desk?.context.suspend(), REST_MS);
  }

  set({ space, duck, output }: { space: number; duck: number; output: string }): void {
    this.#output = output;
    if (!this.#desk) return;
    glide(this.#desk.space, space * toFactor(-MAKEUP), HAND_S);
    glide(this.#desk.duck, duck, DUCK_S);
    void playOn(this.#desk.context, output);
  }

  /** One more voice; null where the mixer does not run. */
  open(track: MediaStreamTrack, gain: number): Channel | null {
    const desk = this.#running;
    return desk && new Channel(desk.context, track, { out: desk.duck, gain });
  }

  /** What measures and plays nothing; null where the mixer does not run. */
  get context(): AudioContext | null {
    return this.#running?.context ?? null;
  }

  /** Looks whether the sound still moves; called again and again while somebody is to be heard. */
  check(now: number): void {
    const context = this.#desk?.context;
    const time = context?.currentTime ?? -1;
    if (time !== this.#seen.time || context?.state !== 'running') this.#seen = { time, at: now };
    const isStuck = now - this.#seen.at > STUCK_MS;
    if (isStuck === this.#isStuck) return;
    this.#isStuck = isStuck;
    this.#onChange();
  }

  #open(): Desk | null {
    try {
      const context = new AudioContext();
      const duck = new GainNode(context);
      const space = new GainNode(context, { gain: toFactor(-MAKEUP) });
      const limiter = new DynamicsCompressorNode(context, LIMITER);
      duck.connect(space).connect(limiter).connect(context.destination);
      context.addEventListener('statechange', this.#onChange);
      void playOn(context, this.#output);
      return { context, duck, space, limiter };
    } catch {
      // No device, or too many of these in one browser; the players do without.
      return null;
    }
  }
}
