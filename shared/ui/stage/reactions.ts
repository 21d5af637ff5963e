import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Reaction, ReactionCount } from '#shared/schema/stage.ts';
import type { StageDesk } from '../stage-desk.ts';

/** One emoji on its way; `pid` is its sender on stage, null for the listeners. */
export interface Floating {
  key: number;
  pid: string | null;
  emoji: Reaction;
  /** Counts up, so that those of one moment do not lie on each other. */
  slot: number;
}

/** How long one is seen, ms; the animation in the style sheet lasts as long. */
export const FLOAT_MS = 2600;
/** Of one batch, for one sender. */
const BURST_MAX = 4;
const SEEN_MAX = 40;

/** Reactions as they come, each for a moment. */
export function useReactions(desk: StageDesk | null): ReadonlySignal<readonly Floating[]> {
  const floating = useSignal<readonly Floating[]>([]);
  useEffect(() => {
    if (!desk) return;
    let next = 0;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = desk.onReactions((items) => {
      const fresh = items.flatMap(spread).map((one) => ({ ...one, key: (next += 1), slot: next % 6 }));
      const keys = new Set(fresh.map(({ key }) => key));
      floating.value = [...floating.value, ...fresh].slice(-SEEN_MAX);
      const timer = setTimeout(() => {
        timers.delete(timer);
        floating.value = floating.value.filter(({ key }) => !keys.has(key));
      }, FLOAT_MS);
      timers.add(timer);
    });
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [desk]);
  return floating;
}

function spread([pid, emoji, count]: ReactionCount): Pick<Floating, 'pid' | 'emoji'>[] {
  return Array.from({ length: Math.min(count, BURST_MAX) }, () => ({ pid, emoji }));
}
