import { toDecibels, toFactor } from './loudness.ts';

/** How loud speech is to be, in decibels below full scale: about what a microphone with automatic gain sends. */
const TARGET = -22;
/** Nobody is made louder or quieter by more than this (dB). */
const REACH = 9;
/** What is quieter is a pause, whoever speaks (dB); and so is what is this much below the speech heard so far. */
const SILENCE = -50;
const PAUSE_BELOW_SPEECH = 15;
/** Less speech than this says nothing about a voice: somebody may have coughed. */
const ENOUGH_MS = 400;
/** How much of what was said last the loudness is taken from. */
const MEMORY_MS = 4_000;
/** Nobody hears less than this (dB), so that no move begins for it. */
const UNHEARD_STEP = 1;
/** The quickest that the gain moves, in dB a second: too loud is worse than too quiet. */
const UP_A_SECOND = 3;
const DOWN_A_SECOND = 6;

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * Brings one person's voice to the loudness of all others: slowly, while they speak, and by no more than a hand at the
 * slider would. In a pause the gain stays, so that no room is ever made to breathe.
 */
export class Levelling {
  /** Mean square of the speech that counts. */
  #power = 0;
  #heardMs = 0;
  #decibels = 0;
  #isMoving = false;

  /** The factor by which the voice is to be made louder now. */
  get gain(): number {
    return toFactor(this.#decibels);
  }

  /** Hears the next moment of the voice as it comes: its root mean square, and how long it stands for. */
  hear(rms: number, ms: number): void {
    if (!this.#isSpeech(rms)) return;
    this.#heardMs = Math.min(MEMORY_MS, this.#heardMs + ms);
    this.#power += (rms ** 2 - this.#power) * Math.min(1, ms / this.#heardMs);
    if (this.#heardMs >= ENOUGH_MS) this.#move(ms / 1_000);
  }

  #isSpeech(rms: number): boolean {
    const loudness = toDecibels(rms);
    return loudness > SILENCE && loudness > toDecibels(Math.sqrt(this.#power)) - PAUSE_BELOW_SPEECH;
  }

  #move(seconds: number): void {
    const wanted = clamp(TARGET - toDecibels(Math.sqrt(this.#power)), -REACH, REACH);
    const missing = wanted - this.#decibels;
    if (!this.#isMoving && Math.abs(missing) < UNHEARD_STEP) return;
    const step = clamp(missing, -DOWN_A_SECOND * seconds, UP_A_SECOND * seconds);
    this.#decibels += step;
    this.#isMoving = step !== missing;
  }
}
