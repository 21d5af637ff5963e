import type { MicrophoneOddity } from '#shared/schema/room.ts';
import { type LevelMeter, measure } from './level-meter.ts';
import { OddityDetector } from './oddity-detector.ts';

const LOOK_EVERY_MS = 100;

/** What a watch perceives the world with. */
export interface Senses {
  measure(source: MediaStreamTrack): LevelMeter;
  /** Milliseconds. */
  now(): number;
  /** Answers how to stop. An interval: an offscreen document gets no animation frames. */
  every(ms: number, act: () => void): () => void;
}

const BROWSER: Senses = {
  measure,
  now: () => performance.now(),
  every(ms, act) {
    const timer = setInterval(act, ms);
    return () => clearInterval(timer);
  },
};

/**
 * Looks after the microphone that is held, from when it is taken until it is given back. What it measures, also while the
 * person is muted, stays in this page and in this moment: of it all, only the oddity is told, and only to the person.
 */
export class MicrophoneWatch {
  readonly #onOddity: (oddity: MicrophoneOddity | null) => void;
  readonly #senses: Senses;
  #end: () => void = () => undefined;

  constructor(onOddity: (oddity: MicrophoneOddity | null) => void, senses: Senses = BROWSER) {
    this.#onOddity = onOddity;
    this.#senses = senses;
  }

  /** Watches this microphone in place of any other. */
  start(source: MediaStreamTrack, isOpen: () => boolean): void {
    this.stop();
    const detector = new OddityDetector();
    const meter = this.#senses.measure(source);
    const gone = new AbortController();
    let told: MicrophoneOddity | null = null;
    const look = () => {
      const loudness = meter.read();
      const reading = { at: this.#senses.now(), isOpen: isOpen(), isBlocked: source.muted, loudness };
      const oddity = detector.next(reading);
      if (oddity === told) return;
      told = oddity;
      this.#onOddity(oddity);
    };
    const rest = this.#senses.every(LOOK_EVERY_MS, look);
    for (const event of ['mute', 'unmute']) source.addEventListener(event, look, { signal: gone.signal });
    this.#end = () => {
      rest();
      gone.abort();
      meter.stop();
    };
  }

  stop(): void {
    this.#end();
    this.#end = () => undefined;
  }
}
