/** Hz; a soft chord, one note after the other. */
const NOTES = [523.25, 659.25, 783.99];
const EVERY_S = 0.22;
const RING_S = 1.1;
const LOUDNESS = 0.22;

/** Chromium's types lack it. */
type Output = AudioContext & { setSinkId?(id: string): Promise<void> };

function playNote(context: AudioContext, frequency: number, at: number): OscillatorNode {
  const tone = new OscillatorNode(context, { type: 'sine', frequency });
  const swell = new GainNode(context, { gain: 0 });
  swell.gain.setValueAtTime(0, at);
  swell.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  swell.gain.exponentialRampToValueAtTime(0.0001, at + RING_S);
  tone.connect(swell).connect(context.destination);
  tone.start(at);
  tone.stop(at + RING_S);
  return tone;
}

/** Plays three soft notes by one of the speakers (empty for the system's own); resolves when they have rung out, rejects where nothing can be played. */
export async function playChime(speakers: string): Promise<void> {
  const context: Output = new AudioContext();
  try {
    if (speakers && context.setSinkId) await context.setSinkId(speakers);
    await context.resume();
    const start = context.currentTime + 0.05;
    const notes = NOTES.map((frequency, at) => playNote(context, frequency, start + at * EVERY_S));
    await new Promise((resolve) => notes.at(-1)!.addEventListener('ended', resolve));
  } finally {
    await context.close();
  }
}
