import { signal } from '@preact/signals';

const EVERY_MS = 100;

/** Reads the loudness of everybody again and again while it is watched. */
export function createLevels(read: () => Record<string, number>) {
  const levels = signal<Readonly<Record<string, number>>>({});
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    levels,
    watchLevels(on: boolean): void {
      clearInterval(timer);
      if (on) timer = setInterval(() => void (levels.value = read()), EVERY_MS);
      else levels.value = {};
    },
  };
}
