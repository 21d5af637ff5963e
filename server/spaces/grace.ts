/** Since when server and LiveKit are both back: nobody is judged by a silence from before. */
export interface Grace {
  readonly since: number;
  /** Begins anew, now. */
  renew(): void;
}

export function createGrace(clock: () => number): Grace {
  let since = clock();
  return {
    get since() {
      // A clock that was set back must not put it off.
      return (since = Math.min(since, clock()));
    },
    renew: () => void (since = clock()),
  };
}
