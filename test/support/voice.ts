import { writeFile } from 'node:fs/promises';

const RATE = 48_000;
const SECONDS = 4;
const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
const HARMONICS = 12;
const LOUDNESS = 5_000;

const wave = (hertz: number, seconds: number) => Math.sin(2 * Math.PI * hertz * seconds);

/** A voice that rises and falls and never pauses; browsers take a steady tone for noise and suppress it. */
function murmur(): Int16Array {
  let phase = 0;
  return Int16Array.from({ length: RATE * SECONDS }, (_, at) => {
    const time = at / RATE;
    phase += (2 * Math.PI * (160 + 50 * wave(1.5, time) + 15 * wave(5, time))) / RATE;
    let sum = 0;
    for (let harmonic = 1; harmonic <= HARMONICS; harmonic += 1) sum += Math.sin(harmonic * phase) / harmonic;
    return Math.round(LOUDNESS * (0.7 + 0.3 * wave(4, time)) * sum);
  });
}

/** 16 bits a sample, the channels by turns. */
function wav(samples: Int16Array, channels = 1): Buffer {
  const frameBytes = channels * SAMPLE_BYTES;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF');
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(8 * SAMPLE_BYTES, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/** Writes a voice without a pause as a sound file, for a browser to take as its microphone. */
export async function writeVoice(path: string): Promise<void> {
  await writeFile(path, wav(murmur()));
}

/** Writes the same voice as it sounds from the left alone, as no mono sound can. */
export async function writeLeft(path: string): Promise<void> {
  const left = murmur();
  const both = new Int16Array(2 * left.length).map((_, at) => (at % 2 === 0 ? left[at / 2]! : 0));
  await writeFile(path, wav(both, 2));
}

/** Writes as much silence, as a microphone gives whose switch is off. */
export async function writeSilence(path: string): Promise<void> {
  await writeFile(path, wav(new Int16Array(RATE * SECONDS)));
}
