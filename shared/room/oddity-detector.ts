import type { MicrophoneOddity } from '#shared/schema/room.ts';
import type { Loudness } from './level-meter.ts';

/** 80 dB below the loudest: a quiet room is louder than that, a microphone with its switch off is not. */
const SILENT_PEAK = 0.000_1;
const SILENT_MS = 5_000;
/** Somebody who speaks at the microphone, and not those behind them. */
const SPEECH_MEAN = 0.02;
const SPEECH_MS = 700;
/** Words have gaps; a longer one begins another sentence. */
const PAUSE_MS = 400;
/** How long after the last word it is still true that somebody talks. */
const TALKED_MS = 3_000;
/** A late look at the microphone does not know what was between. */
const LOOK_MS = 300;

export interface MicrophoneReading {
  /** Milliseconds, by any clock. */
  at: number;
  /** The person has opened it. */
  isOpen: boolean;
  /** The system, or a switch at the device, lets no sound through. */
  isBlocked: boolean;
  /** Of the microphone itself, open or not; null when it could not be measured. */
  loudness: Loudness | null;
}

/** Tells from one reading after another what is odd about a microphone that is held. */
export class OddityDetector {
  #silentSince: number | null = null;
  #speechMs = 0;
  #heardAt = -Infinity;
  #readAt = -Infinity;
  #isTalking = false;

  next(reading: MicrophoneReading): MicrophoneOddity | null {
    const isSilent = this.#readSilence(reading);
    const isTalking = this.#readSpeech(reading);
    this.#readAt = reading.at;
    if (reading.isOpen && reading.isBlocked) return 'system_muted';
    if (isSilent) return 'silent';
    return isTalking ? 'talking_while_muted' : null;
  }

  #readSilence({ at, isOpen, loudness }: MicrophoneReading): boolean {
    const isSilent = isOpen && loudness !== null && loudness.peak <= SILENT_PEAK;
    if (!isSilent) this.#silentSince = null;
    else this.#silentSince ??= at;
    return this.#silentSince !== null && at - this.#silentSince >= SILENT_MS;
  }

  #readSpeech({ at, isOpen, loudness }: MicrophoneReading): boolean {
    if (isOpen || !loudness) {
      this.#speechMs = 0;
      this.#heardAt = -Infinity;
      this.#isTalking = false;
      return false;
    }
    const isLoud = loudness.mean >= SPEECH_MEAN;
    if (isLoud) {
      if (at - this.#heardAt <= PAUSE_MS) this.#speechMs += Math.min(at - this.#readAt, LOOK_MS);
      else this.#speechMs = 0;
      this.#heardAt = at;
    }
    if (this.#speechMs >= SPEECH_MS) this.#isTalking = true;
    if (at - this.#heardAt > TALKED_MS) this.#isTalking = false;
    return this.#isTalking;
  }
}
