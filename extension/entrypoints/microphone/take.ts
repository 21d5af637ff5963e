import { measure } from '#shared/room/level-meter.ts';

const SECONDS = 3;
const LOOKS = 10;
/** Below that there is nothing to hear in it. */
const HEARD_PEAK = 0.01;

/** What becomes of a recording: `left` counts the seconds. */
export type Take =
  | { state: 'none' | 'playing' | 'heard' | 'nothing' | 'failed' }
  | { state: 'recording'; left: number };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Records a microphone for 3 s, plays that back once, and forgets it; tells each step. */
export async function recordTake(
  track: MediaStreamTrack,
  output: string,
  tell: (take: Take) => void,
): Promise<void> {
  try {
    const { recording, peak } = await record(track, (left) => tell({ state: 'recording', left }));
    tell({ state: 'playing' });
    await play(recording, output);
    tell({ state: peak > HEARD_PEAK ? 'heard' : 'nothing' });
  } catch {
    // No format for it, no device to hear by, or the microphone went: a person can only try again.
    tell({ state: 'failed' });
  }
}

async function record(
  track: MediaStreamTrack,
  tick: (left: number) => void,
): Promise<{ recording: Blob; peak: number }> {
  const recorder = new MediaRecorder(new MediaStream([track]));
  const parts: Blob[] = [];
  const stopped = new Promise<void>((resolve, reject) => {
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => resolve());
    recorder.addEventListener('error', () => reject(new Error('not recorded')));
  });
  const meter = measure(track);
  let peak = 0;
  try {
    recorder.start();
    for (let look = 0; look < SECONDS * LOOKS; look += 1) {
      if (look % LOOKS === 0) tick(SECONDS - look / LOOKS);
      await wait(1000 / LOOKS);
      peak = Math.max(peak, meter.read()?.peak ?? 0);
    }
    // One that ended by itself has told so already.
    if (recorder.state !== 'inactive') recorder.stop();
    await stopped;
  } finally {
    meter.stop();
  }
  return { recording: new Blob(parts, { type: recorder.mimeType }), peak };
}

async function play(recording: Blob, output: string): Promise<void> {
  const url = URL.createObjectURL(recording);
  const player = new Audio(url);
  const over = new Promise<void>((resolve, reject) => {
    player.addEventListener('ended', () => resolve());
    player.addEventListener('error', () => reject(new Error('not played')));
  });
  try {
    // A device that is gone gives way to the system's own.
    if (output) await player.setSinkId(output).catch(() => undefined);
    await player.play();
    await over;
  } finally {
    URL.revokeObjectURL(url);
  }
}
