import type { Proof } from '../networks/network.ts';

/** Proofs that wait in a ticket: what each brought is given back when nobody comes for it. */
export interface Unclaimed {
  hold(secret: string, proof: Proof, ms: number): void;
  /** Somebody came. */
  claim(secret: string): void;
}

export function createUnclaimed(release: (proof: Proof) => void): Unclaimed {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    hold: (secret, proof, ms) => {
      const timer = setTimeout(() => {
        waiting.delete(secret);
        release(proof);
      }, ms);
      waiting.set(secret, timer.unref());
    },
    claim: (secret) => {
      clearTimeout(waiting.get(secret));
      waiting.delete(secret);
    },
  };
}
