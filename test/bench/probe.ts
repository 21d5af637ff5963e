type Probed = typeof globalThis & {
  soundAt: Promise<number>;
  watchSound(node: AudioNode, isOn: () => boolean): void;
};

/**
 * Runs in the page that plays, before it does: watches every media element that is given a stream and keeps the moment
 * (ms since the epoch) of the first sample of one that is not muted and loud enough to hear.
 */
export function listenForSound(): void {
  const LOUD = 0.01;
  const LOOK_EVERY_MS = 2;
  const state = globalThis as Probed;
  const context = new AudioContext();
  const play = HTMLMediaElement.prototype.play;
  state.soundAt = new Promise((resolve) => {
    state.watchSound = (node, isOn) => watch(node, isOn, resolve);
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (this.srcObject instanceof MediaStream) {
        const source = new MediaStreamAudioSourceNode(context, { mediaStream: this.srcObject });
        state.watchSound(source, () => !this.muted);
      }
      return play.call(this);
    };
  });
  function watch(node: AudioNode, isOn: () => boolean, heard: (at: number) => void): void {
    const analyser = new AnalyserNode(node.context, { fftSize: 256 });
    node.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      if (!isOn() || !samples.some((sample) => Math.abs(sample) > LOUD)) return;
      clearInterval(timer);
      heard(Date.now());
    }, LOOK_EVERY_MS);
  }
}

/** Runs after that in a page that mixes, with what its mixes go out through as `this`. */
export function listenForMix(this: DynamicsCompressorNode[]): void {
  for (const limiter of this) (globalThis as Probed).watchSound(limiter, () => true);
}

/** Runs in the page that is clicked: keeps the moment of the click. */
export function noteClick(): void {
  const state = globalThis as typeof globalThis & { clickedAt: Promise<number> };
  state.clickedAt = new Promise((resolve) => {
    addEventListener('click', () => resolve(Date.now()), { capture: true, once: true });
  });
}
