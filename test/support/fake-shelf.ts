/** A shelf in memory, that tells whoever watches it. */
export function fakeShelf<T>(kept: T) {
  const listeners = new Set<() => void>();
  return {
    /** How often something was put there. */
    writes: 0,
    now: kept,
    async get() {
      return this.now;
    },
    async set(value: T) {
      this.writes += 1;
      this.now = value;
      for (const listener of listeners) listener();
    },
    watch(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
