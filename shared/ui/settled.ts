import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RoomState } from '#shared/schema/room.ts';
import { useShell } from './context.ts';
import { isInSpace } from './now-playing.ts';
import type { Perch } from './perch.ts';

const QUICK_MS = 400;

/** One for all of a view: what comes and what goes must do so at once, or the focus is lost between them. */
const known = new WeakMap<Perch, ReadonlySignal<boolean>>();

/**
 * Whether the Space a person is in takes its place in the view. While a join is young the pressed row says so itself:
 * a quick one changes the view once, with its sound, and drawing does not compete with connecting.
 */
export function useIsSettled(): boolean {
  const { perch } = useShell();
  const isSettled = known.get(perch) ?? follow(perch.room);
  known.set(perch, isSettled);
  return isSettled.value;
}

function follow(room: ReadonlySignal<RoomState>): ReadonlySignal<boolean> {
  const isSettled = signal(false);
  effect(() => {
    const now = room.value;
    const leftMs = now.phase === 'joining' ? now.since + QUICK_MS - Date.now() : 0;
    isSettled.value = isInSpace(now) && leftMs <= 0;
    if (leftMs <= 0) return;
    const timer = setTimeout(() => (isSettled.value = true), leftMs);
    return () => clearTimeout(timer);
  });
  return isSettled;
}
