/**
 * Runs in the page that plays, before it does: watches every media element that is given a stream and keeps the moment
 * (ms since the epoch) of the first sample that is loud enough to hear.
 */
export function listenForSound(): void {
  const LOUD = 0.01;
  const LOOK_EVERY_MS = 2;
  const state = globalThis as typeof globalThis & { soundAt: Promise<number> };
  const context = new AudioContext();
  const play = HTMLMediaElement.prototype.play;
  state.soundAt = new Promise((resolve) => {
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this.srcObject instanceof MediaStream) watch(this.srcObject, resolve);
      return play.call(this);
    };
  });
  function watch(stream: MediaStream, heard: (at: number) => void): void {
    const analyser = new AnalyserNode(context, { fftSize: 256 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      if (!samples.some((sample) => Math.abs(sample) > LOUD)) return;
      clearInterval(timer);
      heard(Date.now());
    }, LOOK_EVERY_MS);
  }
}

/** Runs in the page that is clicked: keeps the moment of the click. */
export function noteClick(): void {
  const state = globalThis as typeof globalThis & { clickedAt: Promise<number> };
  state.clickedAt = new Promise((resolve) => {
    addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
  });
}
