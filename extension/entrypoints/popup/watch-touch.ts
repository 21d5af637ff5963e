const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Tells, until then, whether the person has begun to do anything here. */
export function watchTouch(until: AbortSignal): () => boolean {
  let isTouched = false;
  const note = () => (isTouched = true);
  for (const touch of TOUCHES) addEventListener(touch, note, { once: true, signal: until });
  return () => isTouched;
}
