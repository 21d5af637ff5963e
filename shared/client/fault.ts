import * as v from 'valibot';
import type { FaultCode } from '#shared/schema/errors.ts';
import { ProblemSchema } from '#shared/schema/errors.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { Found } from '#shared/schema/view.ts';

/** What went wrong for the person; `retryAfter` in seconds when the server named it. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly retryAfter: number | undefined;

  constructor(code: FaultCode, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(code, options);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

function secondsIn(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** Reads an answer that is not 2xx. Whatever is no Perch problem comes from something else at that address. */
export function faultOfResponse(status: number, body: unknown, retryAfterHeader: string | null): Fault {
  const problem = v.safeParse(ProblemSchema, body);
  const retryAfter = (problem.success && problem.output.retryAfter) || secondsIn(retryAfterHeader);
  const options = retryAfter === undefined ? {} : { retryAfter };
  if (problem.success) return new Fault(problem.output.code, options);
  if (status === 429) return new Fault('rate_limited', options);
  // A proxy in front of a server that is down.
  return new Fault(status >= 502 && status <= 504 ? 'unreachable' : 'not_perch');
}

/** Runs a verb and answers its outcome; what is no `Fault` is a mistake of ours and goes on up. */
export async function outcomeOf(act: () => Promise<Outcome | void>): Promise<Outcome> {
  try {
    return (await act()) ?? { fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, retryAfter } = error;
    return retryAfter === undefined ? { fault: code } : { fault: code, retryAfter };
  }
}

/** As `outcomeOf`, for what brings something. */
export async function foundOf<Thing>(act: () => Promise<Thing>): Promise<Found<Thing>> {
  try {
    return { found: await act(), fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { code, retryAfter } = error;
    return { found: null, fault: code, ...(retryAfter !== undefined && { retryAfter }) };
  }
}

/** Faults that no later attempt to come back into the same Space would change. */
const FINAL: readonly FaultCode[] = [
  'space_ended',
  'not_found',
  'removed',
  'suspended',
  'blocked_by_host',
  'guests_refused',
  'blocked_on_stage',
  'anonymous_refused',
  'forbidden',
  'not_perch',
  'bad_address',
  'invalid_input',
];

export function isFinal(code: FaultCode): boolean {
  return FINAL.includes(code);
}
