import { browser } from 'wxt/browser';

/** Firefox stops a background page after 30 s in which nobody called it and it called nobody. */
const EVERY_MS = 20_000;

/** Keeps the background page from being stopped until what this answers is called; calls `beat` now, and as often as it must. */
export function keepAwake(beat: () => void = () => undefined): () => void {
  beat();
  const timer = setInterval(() => {
    void browser.runtime.getPlatformInfo();
    beat();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
