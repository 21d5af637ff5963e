/** How loud the last moments were, as samples from 0 to 1: on the whole (root mean square), and at most. */
export interface Loudness {
  mean: number;
  peak: number;
}

export interface LevelMeter {
  /** Null while the browser measures nothing. */
  read(): Loudness | null;
  stop(): void;
}

/** 170 ms at 48 kHz: read ten times a second, nothing is missed. */
const SAMPLES = 8192;

/**
 * Measures a microphone by a copy of its track, which stays open whatever becomes of the track itself: so it hears whoever
 * talks while muted. The copy is joined to nothing but the meter: it is neither sent, nor kept, nor played.
 */
export function measure(source: MediaStreamTrack): LevelMeter {
  const copy = source.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
  context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
  const samples = new Float32Array(SAMPLES);
  return {
    read() {
      // A page that nobody has touched yet may not run it.
      if (context.state !== 'running') return null;
      analyser.getFloatTimeDomainData(samples);
      return loudnessOf(samples);
    },
    stop() {
      copy.stop();
      void context.close();
    },
  };
}

export function loudnessOf(samples: Float32Array): Loudness {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return { mean: meanOf(samples), peak };
}

/** Their root mean square alone. By index, which is four times as quick: a full stage takes a quarter of a million a second. */
export function meanOf(samples: Float32Array): number {
  let energy = 0;
  for (let index = 0; index < samples.length; index += 1) energy += samples[index]! * samples[index]!;
  return Math.sqrt(energy / samples.length);
}
