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
      return since;
    },
    renew: () => void (since = clock()),
  };
}
