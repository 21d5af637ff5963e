import { meanOf } from './level-meter.ts';

/** How many samples a look takes in: 43 ms at 48 kHz. */
const WINDOW = 2_048;

/** Measures how loud a voice in a mix is now; asleep it costs nothing. */
export class VoiceMeter {
  readonly #source: AudioNode;
  readonly #analyser: AnalyserNode;
  readonly #samples = new Float32Array(WINDOW);
  #isAwake = false;

  constructor(source: AudioNode) {
    this.#source = source;
    this.#analyser = new AnalyserNode(source.context, { fftSize: WINDOW });
  }

  wake(on: boolean): void {
    if (on === this.#isAwake) return;
    this.#isAwake = on;
    if (on) this.#source.connect(this.#analyser);
    else this.#source.disconnect(this.#analyser);
  }

  /** The root mean square of the last moment; 0 asleep. */
  read(): number {
    if (!this.#isAwake) return 0;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return meanOf(this.#samples);
  }
}

/** A track as something that can be measured and mixed; nothing is heard of it yet. */
export function sourceOf(context: AudioContext, track: MediaStreamTrack): AudioNode {
  return new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
}
