/** Where each gain is bound to go: one that is told again and again would never get there. */
const bound = new WeakMap<GainNode, number>();

/** Moves a gain without a click: two thirds of the way in so many seconds, and nearly all of it in three times as long. */
export function glide(node: GainNode, gain: number, seconds: number): void {
  if (bound.get(node) === gain) return;
  bound.set(node, gain);
  const now = node.context.currentTime;
  node.gain.cancelScheduledValues(now);
  node.gain.setTargetAtTime(gain, now, seconds);
}
