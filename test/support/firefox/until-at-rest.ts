declare global {
  interface Element {
    /** For Firefox's own scripts alone. */
    readonly openOrClosedShadowRoot: ShadowRoot | null;
  }
}

/**
 * Runs in a page with the rights of Firefox itself, and so brings along all that it needs. While something moves there,
 * Firefox's window knows where that was a while ago, and hears of its last place with the frame after.
 */
export async function untilAtRest(): Promise<void> {
  if (document.hidden) return;
  const rootsOf = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => {
    const inner = [...root.querySelectorAll('*')].map((one) => one.openOrClosedShadowRoot);
    return [root, ...inner.filter((one) => one !== null).flatMap(rootsOf)];
  };
  const endsSoon = ({ playState, effect }: Animation) =>
    playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime);
  const moving = rootsOf(document).flatMap((root) => root.getAnimations().filter(endsSoon));
  await Promise.allSettled(moving.map(({ finished }) => finished));
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}
