export const SAMPLE_RATE = 24_000;

const BEAT_S = 0.46;
const PHRASE_BEATS = 12;
const RESTS = 2;
const ECHO_S = 0.34;
const ECHO_SHARE = 0.32;
const STRING_DAMPING = 0.4985;
const DRONE_LEVEL = 0.035;
const ROOT_HZ = 146.83;
/** Semitones of D major pentatonic over two octaves. */
const SCALE = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21];

/** One plucked string: a burst of noise that goes round a delay line and loses its edges (Karplus and Strong). */
class PluckedString {
  readonly #line: Float32Array;
  #at = 0;
  #life: number;

  constructor(hz: number, loudness: number, random: () => number) {
    this.#line = new Float32Array(Math.round(SAMPLE_RATE / hz));
    this.#life = SAMPLE_RATE * 4;
    let soft = 0;
    for (let i = 0; i < this.#line.length; i += 1) {
      soft += 0.45 * ((random() * 2 - 1) * loudness - soft);
      this.#line[i] = soft;
    }
  }

  get isOver(): boolean {
    return this.#life <= 0;
  }

  next(): number {
    const line = this.#line;
    const here = line[this.#at]!;
    const after = (this.#at + 1) % line.length;
    line[this.#at] = (here + line[after]!) * STRING_DAMPING;
    this.#at = after;
    this.#life -= 1;
    return here;
  }
}

/** A calm melody that never ends: plucked strings over a drone, with a rest after each phrase. */
export class Music {
  readonly #random: () => number;
  readonly #echo = new Float32Array(Math.round(SAMPLE_RATE * ECHO_S));
  #strings: PluckedString[] = [];
  #sample = 0;
  #beat = 0;
  #step = 4;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** The next samples, mono at `SAMPLE_RATE`. */
  next(count: number): Int16Array {
    const out = new Int16Array(count);
    for (let i = 0; i < count; i += 1) out[i] = Math.round(32_767 * Math.tanh(this.#next()));
    return out;
  }

  #next(): number {
    if (this.#sample % Math.round(BEAT_S * SAMPLE_RATE) === 0) this.#play();
    let sum = this.#drone();
    for (const string of this.#strings) sum += string.next();
    const slot = this.#sample % this.#echo.length;
    sum += this.#echo[slot]! * ECHO_SHARE;
    this.#echo[slot] = sum;
    this.#sample += 1;
    return sum;
  }

  #drone(): number {
    const t = this.#sample / SAMPLE_RATE;
    const swell = 0.6 + 0.4 * Math.sin(t * 0.7);
    const angle = 2 * Math.PI * ROOT_HZ * t;
    return DRONE_LEVEL * swell * (Math.sin(angle) + 0.5 * Math.sin(angle * 1.5));
  }

  #play(): void {
    this.#strings = this.#strings.filter((string) => !string.isOver);
    const inPhrase = this.#beat % PHRASE_BEATS;
    this.#beat += 1;
    if (inPhrase === 0) this.#pluck(0, 0.5);
    if (inPhrase >= PHRASE_BEATS - RESTS || this.#random() < 0.18) return;
    const leap = Math.floor(this.#random() * 5) - 2;
    this.#step = Math.min(SCALE.length - 1, Math.max(0, this.#step + leap));
    this.#pluck(SCALE[this.#step]! + 12, 0.55 + 0.25 * this.#random());
  }

  #pluck(semitones: number, loudness: number): void {
    this.#strings.push(new PluckedString(ROOT_HZ * 2 ** (semitones / 12), loudness, this.#random));
  }
}
