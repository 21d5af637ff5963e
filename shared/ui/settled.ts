import { useEffect, useReducer } from 'preact/hooks';
import { useShell } from './context.ts';
import { isInSpace } from './now-playing.ts';

const QUICK_MS = 400;

/**
 * Whether the Space a person is in takes its place in the view. While a join is young the pressed row says so itself:
 * a quick one changes the view once, with its sound, and drawing does not compete with connecting.
 */
export function useIsSettled(): boolean {
  const { perch } = useShell();
  const room = perch.room.value;
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  const leftMs = room.phase === 'joining' ? room.since + QUICK_MS - Date.now() : 0;
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(() => lookAgain(undefined), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs > 0, room.since]);
  return isInSpace(room) && leftMs <= 0;
}
