import { signal, type ReadonlySignal } from '@preact/signals';
import type { JoinRequest } from '#shared/schema/api.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Outcome } from '#shared/schema/view.ts';

export interface Problem {
  fault: FaultCode;
  retryAfter?: number;
  /** What failed, as given to `run`. */
  deed: string;
  /** What the person had answered to what the verb may ask. */
  answers?: JoinRequest;
  again: () => void;
}

/** The commands of one view: what is pending, and the last one that failed. */
export interface Deeds {
  pending: ReadonlySignal<string | null>;
  problem: ReadonlySignal<Problem | null>;
  /** Runs a verb under a name; the same name again while it is pending does nothing. True when it went well. */
  run(deed: string, verb: () => Promise<Outcome>, answers?: JoinRequest): Promise<boolean>;
  forget(): void;
}

export function createDeeds(): Deeds {
  const pending = signal<string | null>(null);
  const problem = signal<Problem | null>(null);

  const run: Deeds['run'] = async (deed, verb, answers) => {
    if (pending.value === deed) return false;
    pending.value = deed;
    problem.value = null;
    try {
      const { fault, retryAfter } = await verb();
      // A newer deed has taken over, and its outcome is the one that counts.
      if (fault && pending.value === deed) {
        problem.value = { fault, retryAfter, deed, answers, again: () => void run(deed, verb, answers) };
      }
      return fault === null;
    } finally {
      if (pending.value === deed) pending.value = null;
    }
  };

  return { pending, problem, run, forget: () => void (problem.value = null) };
}
